### كلمات البوت بالعربية. Not yet checked by a speaker.
### A mark (U+200E) before a command keeps its slash on the left.
### Icons, bold and line spacing come from the program.
### Messages marked "unasked" reach people who did not ask: no names, nothing about a family, the code within the
### first 60 characters.

-brand = Kinkeeper
language-name = العربية

## Joining

line-welcome = أهلًا بكم في { -brand }. أساعدكم في كتابة تقارير الزيارات خطوة خطوة.
line-welcome-family = أهلًا بكم في { -brand }. هنا يمكنكم قراءة ما اتُّفق عليه، وقول كيف تسير الأمور، واتخاذ القرار بأنفسكم.
line-welcome-to-ask = أهلًا بكم في { -brand }. هنا يمكنكم طلب المساعدة لأسرتكم. قبل ذلك ثلاثة أسئلة قصيرة.
line-ask-language = ما اللغة التي تفضلونها؟
line-ask-zone = أين أنتم؟ الساعة الآن في { $city } هي { $time }. اختاروا المكان الذي توقيته مثل توقيتكم، أو اكتبوا اسم مدينة قريبة.
line-zone-unknown = لا أعرف هذه المدينة. اكتبوا اسم مدينة كبيرة في توقيتكم، مثلًا Amman.
line-privacy-words =
    ما أحفظه: اسمكم، وحسابكم في تيليغرام، ولغتكم، وما تكتبونه، والتقارير التي ترسلونها مع الصوت والصور. الغاية أن تحصل الأسر على الدعم الذي تحتاج إليه.

    من يراه: أنتم، والموظفون المسؤولون عن الحالة، والقلة التي تدير هذه الخدمة. يُسجَّل من يفتح تنبيه خطر.

    الحماية: الأسماء والملاحظات والصوت والصور تُحفظ مشفّرة. تيليغرام ينقل رسائلنا، فيمكنه رؤيتها. اكتبوا رمز الحالة بدل الأسماء.

    المدة: تُغلق المسودة بعد 7 أيام، إلا إذا أبلغت عن خطر. يبقى ما ترسلونه مشفّرًا إلى أن يحذفه البرنامج.

    حقوقكم: طلب رؤية بياناتكم أو تصحيحها أو حذفها، والتوقف في أي وقت. أرسلوا { "\u200E" }/mydata أو { "\u200E" }/leave

    للأسرة أن ترفض. الرفض لا يكلفها شيئًا، وتبقى لها كل الخدمات.
line-ask-consent = هل توافقون؟
line-not-agreed = لا بأس. لم أحفظ شيئًا جديدًا. بدون موافقتكم لا أستطيع استلام التقارير. يمكنكم الموافقة لاحقًا عبر { "\u200E" }/privacy
line-invitation-only = مرحبًا. يعمل { -brand } بالدعوة. إذا أُعطيتم رمزًا فاكتبوه هنا. وإلا فاطلبوا دعوة ممن يعمل معكم.
line-invitation-wrong = هذه الدعوة لا تعمل. إذا كتبتم رمزًا فتأكدوا من كل حرف ورقم. وإلا فاطلبوا دعوة جديدة ممن دعاكم.
line-access-ended = انتهت إمكانية استخدامكم { -brand }؛ لأي سؤال تواصلوا مع المشرف الذي عملتم معه.
line-language-set = من الآن أكتب بالعربية.

## Menu

line-menu-title = ماذا تريدون أن تفعلوا؟
line-visits-due =
    { $count ->
        [zero] لا زيارات مستحقة.
        [one] زيارة واحدة مستحقة.
        [two] زيارتان مستحقتان.
        [few] { $count } زيارات مستحقة.
        [many] { $count } زيارة مستحقة.
       *[other] { $count } زيارة مستحقة.
    }
line-nothing-due = لا زيارة مستحقة اليوم.
line-drafts-open =
    { $count ->
        [zero] لا مسودات مفتوحة.
        [one] مسودة واحدة مفتوحة.
        [two] مسودتان مفتوحتان.
        [few] { $count } مسودات مفتوحة.
        [many] { $count } مسودة مفتوحة.
       *[other] { $count } مسودة مفتوحة.
    }
line-help-words = أستلم تقارير زياراتكم، سؤالًا قصيرًا بعد سؤال، وأخبركم أي زيارة حان موعدها.
    .commands = يمكنكم دائمًا استخدام هذه الأوامر:
    .safe = كل جواب يُحفظ فورًا. يمكنكم التوقف قليلًا، أو إغلاق تيليغرام، وإن انقطعت الشبكة تتابعون لاحقًا. يمكنكم الضغط على زر، أو الكتابة، أو إرسال رسالة صوتية حيث أطلب كلامًا.
    .stop = للتوقف أرسلوا { "\u200E" }/cancel وتبقى أجوبتكم محفوظة حتى تحذفوها. لمغادرة { -brand } أرسلوا { "\u200E" }/leave
line-waiting-title =
    { $matter ->
        [decide] في هذه الخطط هدف تقرّر فيه أسرتكم. لكم أن ترفضوا، والرفض لا يكلف شيئًا.
        [promised] في هذه الخطط حان وقت خطوة وعدتم بها. إن لم تنجح فقولوا ذلك، ولا بأس.
        [received] في هذه الخطط طُلبت مساعدة. هل وصلت، وهل نفعت؟
        [still_fine] مرّ بعض الوقت. كيف حالكم؟ لستم ملزمين بالإجابة، وكلا الأمرين مقبول.
        [reword] في هذه الملفات تريد الأسرة تغيير هدف.
        [review] في هذه الملفات حان يوم النظر في الخطة من جديد مع الأسرة.
        [follow_up] في هذه الملفات لم يقل أحد بعد ما صار إليه طلب.
        [overdue] في هذه الملفات تأخرت خطوة وعدنا بها الأسرة.
        [aftercare] في هذه الملفات المغلقة يحسن السؤال عن حال الأسرة أو الاتصال بها.
        [unled] لا أحد يتولى هذه الملفات الآن. اختاروا ملفًا لتحديد من يتولاه.
       *[quiet] لم تُسجَّل زيارة لهذه الملفات منذ 14 يومًا. قد يكون هناك سبب وجيه؛ اسألوا من يزورها.
    }
line-asked-after = مرّ بعض الوقت منذ لقائنا الأخير. إن شئتم فأخبرونا كيف حالكم. لستم ملزمين بالإجابة، ولا يكلّفكم ذلك شيئًا.
line-nothing-waits = لم يعد شيء من هذا ينتظر.
line-ask-back-on = في أي يوم تعودون؟ حتى ذلك الحين يعلم فريقكم أنكم غائبون. اختاروا يومًا أو اكتبوا غيره، مثل 16 مارس.
line-back-on-wrong = يجب أن يكون يومًا من الغد فصاعدًا، خلال سنة.
line-you-are-away = أنتم غائبون، والعودة { $day }.
line-away-noted = شكرًا. عودتكم { $day }، ومشرفو فريقكم يعلمون ذلك. نتمنى لكم وقتًا طيبًا.
line-still-on-duty = لا أحد غيركم تصله تنبيهات فريقكم في هذه المدة، لذلك أواصل إبلاغكم بها.
line-welcome-back = أهلًا بعودتكم. يسرّنا أنكم هنا.
line-colleague-away = أحد أعضاء فريقكم غائب، والعودة { $day }. يُرجى النظر في من يتولى مهامه حتى ذلك الحين. الاسم: { $name }
line-colleague-back = عاد أحد أعضاء فريقكم قبل الموعد. الاسم: { $name }
line-away-until = { $name } – العودة { $day }
line-nothing-to-report = لا يوجد هنا بعد ما تكتبون عنه تقريرًا.

## حياة الملف

stage-name =
    { $which ->
        [referred] جديد
        [assessment] التعارف
        [planning] التخطيط
        [preparation] الاستعداد للانتقال
        [implementation] الخطة جارية
        [monitoring] زيارات بعد العودة
        [review] مراجعة الخطة
       *[closed] مغلق
    }
risk-name =
    { $which ->
        [high] مرتفع
        [medium] متوسط
       *[low] منخفض
    }
line-caseload-title = ملفاتكم
line-case-stands = المرحلة: { $stage } · الخطر: { $risk }
line-goal-stands =
    { $score ->
        [-2] { $words } – أقل بكثير مما اتُّفق عليه
        [-1] { $words } – أقل مما اتُّفق عليه
        [0] { $words } – كما اتُّفق عليه
        [1] { $words } – أكثر مما اتُّفق عليه
        [2] { $words } – أكثر بكثير مما اتُّفق عليه
       *[none] { $words }
    }
line-asked-for = طُلب ولم يصل جواب بعد: { $words }
line-next-visit-on = الزيارة القادمة: { $day }
line-involved =
    { $place ->
        [leads] { $name } – مسؤولية الملف
        [supports] { $name } – دعم
        [visits] { $name } – زيارات
       *[family] { $name } – الأسرة
    }
choice-name =
    { $which ->
        [agree] تم الاتفاق
        [change] يحتاج إلى تغيير
        [not_now] ليس الآن
        [not_ours] ليس هدفنا
        [withdraw] سُحبت الموافقة
       *[none] لم يُقرَّر بعد
    }
side-name =
    { $which ->
        [family] الأسرة
        [volunteer] المتطوّع أو المتطوّعة
        [caseworker] مسؤول أو مسؤولة الحالة
       *[partner] جهة شريكة
    }
line-plan-title = الخطة: { $code }
line-plan-stands =
    { $state ->
        [proposed] الخطة: { $code } – اقتراح. لم تقرّر الأسرة بعد.
        [waits] الخطة: { $code } – قرارات ما زالت منتظرة: { $count }
        [active] الخطة: { $code } – متّفق عليها، جارية منذ { $day }
        [withdrawn] الخطة: { $code } – سحبت الأسرة موافقتها { $day }. لا شيء منها يستمر.
       *[unagreed] الخطة: { $code } – لا هدف متّفق عليه الآن.
    }
line-next-review-on = مراجعة الخطة القادمة: { $day }
line-goal-stuck = متعثّر الآن: أقل بكثير مما اتُّفق عليه مرتين متتاليتين
line-goal-stuck-noted = بقي أحد الأهداف أقل بكثير مما اتُّفق عليه مرتين متتاليتين. ليس هذا ذنب أحد. ربما لم تعد الخطة مناسبة: مراجعتها معًا تساعد في الغالب. ويُبلَّغ من يتولّى الملف.
# unasked
line-goal-needs-look = في الخطة ما يستحق نظرة أخرى: { $code }
line-plan-begins = اتُّفق على الخطة، وهي تمضي قدمًا.
# unasked
line-plan-agreed = اتُّفق على الخطة: { $code }
line-plan-rests = لم يعد هناك هدف متّفق عليه. لا شيء من الخطة يستمر حتى توافق الأسرة من جديد. سحب الموافقة لا يكلّف شيئًا.
# unasked
line-plan-taken-back = الخطة متوقفة في الوقت الحالي: { $code }
line-no-goals = لم يُكتب أي هدف بعد.
line-goal-decided = { $words } – { $choice }
line-goal-means = معنى «كما اتُّفق عليه»: { $words }
line-decided-by =
    { $listened ->
        [yes] { $choice } – { $listener }، { $when }، على هاتف { $name }، باللغة: { $language }، النسخة { $version }
       *[no] { $choice } – { $name }، { $when }، باللغة: { $language }، النسخة { $version }
    }
line-decision-spoken = أضافت الأسرة رسالة صوتية أو صورة.
line-agreed-before = تم الاتفاق عليه قبل أن يستعمل البرنامج هذا البوت.
line-call-wished-here = تودّ الأسرة أن نتصل بها.
# unasked
line-call-wished = أسرة تودّ أن نتصل بها: { $code }
line-call-follows = صاروا يعلمون أنكم تودّون مكالمة. إن كان أحد في خطر فاضغطوا «لستُ بأمان» في القائمة.
line-not-decided = لم تقرّر الأسرة بعد. لا يبدأ شيء قبل قرارها.
line-new-words-wait = هذه الكلمات جديدة، ولم تقرّر الأسرة بشأنها بعد.
line-still-holds = وحتى ذلك الحين يبقى هذا كما اتُّفق عليه:
line-held-in-plan = اتُّفق عليه من قبل، ويبقى حتى ذلك الحين: { $words }
line-said-before = ما تقرّر من قبل:
line-goal-reviewed-on = ننظر فيه من جديد { $day }.
line-promise =
    { $dated ->
        [yes] { $words } – { $side }، حتى { $day }
       *[no] { $words } – { $side }
    }
# unasked
line-decision-waits = هناك أمر ينتظر كلمتكم: { $code }. لا داعي للعجلة. القرار لكم.
# unasked
line-decision-made = هناك جواب للقراءة: { $code }
# unasked
line-nudged = أسرة تذكّرنا بوعد: { $code }
line-nudge-sent = تم تذكيرهم.
line-goal-changed-meanwhile = غيّر شخص آخر كلمات هذا الهدف بينما كنتم تجيبون. لم يُرسل شيء. انظروا إليه كما هو الآن.
line-timeline-title = ما حدث حتى الآن: { $code }
line-timeline-entry = { $day }: { $title } – { $name }
line-nothing-yet = لم يُبلَّغ عن شيء بعد.
line-stage-now = الملف الآن في مرحلة: { $stage }.
line-stage-stays =
    { $missing ->
        [assessment] التقييم ما زال ناقصًا، وهو يسبق الخطة.
        [decisions] لم تقرّر الأسرة بعد بشأن كل هدف. يلزم الاتفاق على هدف واحد على الأقل.
        [alert] هناك خطر أُبلغ عنه وما زال مفتوحًا. يجب أولًا ذكر ما انتهى إليه.
        [referral] طُلبت خدمة ولم يقل أحد هل وصلت. هذا الجواب يأتي أولًا.
       *[order] هذا لا يناسب مرحلة الملف الآن. افتحوا بطاقة الملف لمعرفة الخطوة التالية.
    }

## الخدمات والمشاركة

outcome-name =
    { $which ->
        [not_received] لم يصل بعد
        [helped] وصل، وكان مفيدًا
        [not_helped] وصل، ولم يفد
        [no_longer] لم تعد هناك حاجة
        [withdrawn] سُحب الإذن
       *[none] لا جواب بعد
    }
packet-field =
    { $which ->
        [name] الاسم
        [contact] العنوان والهاتف
        [ages] أعمار الأطفال
        [health] الصحة
       *[story] ما حدث
    }
line-asked-title = مساعدة من الخدمات: { $code }
line-none-asked = لم تُطلب أي خدمة بعد.
line-asked-stands = { $words } – { $outcome }
line-asked-on = طُلب { $day }. سنسأل عمّا جرى { $again }.
line-not-answered = لم يخبرنا أحد بعد بما جرى.
line-answered-by = { $outcome } – { $name }، { $when }
line-packet-title =
    { $by ->
        [caregiver] وافق مقدّم الرعاية على أن تعرف الخدمة هذا فقط. { $how ->
            [written] الموافقة كتابية.
            [phone] الموافقة بالهاتف.
           *[spoken] الموافقة وجهًا لوجه.
        }
        [child] وافق الطفل على أن تعرف الخدمة هذا فقط. { $how ->
            [written] الموافقة كتابية.
            [phone] الموافقة بالهاتف.
           *[spoken] الموافقة وجهًا لوجه.
        }
        [together] وافق الطفل ومن يرعاه على أن تعرف الخدمة هذا فقط. { $how ->
            [written] الموافقة كتابية.
            [phone] الموافقة بالهاتف.
           *[spoken] الموافقة وجهًا لوجه.
        }
       *[relative] وافق أحد الأقارب على أن تعرف الخدمة هذا فقط. { $how ->
            [written] الموافقة كتابية.
            [phone] الموافقة بالهاتف.
           *[spoken] الموافقة وجهًا لوجه.
        }
    }
line-packet-field = { $field }: { $words }
line-packet-withdrawn = سحبت الأسرة إذنها. لا تسلّموا شيئًا آخر، وأبلغوا الخدمة.
line-ask-lack = ما المطلوب؟ { $code }
line-no-services = لا خدمة مدرجة لهذا بعد. يرجى سؤال من يحفظ القائمة.
line-same-lack = طُلب الأمر نفسه من قبل ولم يأتِ جواب: { $words }. يمكن الطلب من جديد مع ذلك.
# unasked
line-service-answered = هناك جديد حول طلب: { $code }
line-share-unset = المشاركة برابط غير مهيأة هنا. يرجى سؤال من يدير هذه الخدمة.
line-share-link = أعطوا هذا الرابط للخدمة وحدها. يُفتح مرة واحدة حتى { $when }. ويمكن سحبه من الخطة.
line-share-title = سلّمته الأسرة إلى { $name }
share-part =
    { $which ->
        [strengths] نقاط القوة
        [goals] أهداف وافقت عليها الأسرة
        [needs] مساعدة مطلوبة
       *[contacts] من يعمل مع الأسرة
    }
line-share-nothing = لا شيء بعد.
line-shared-with =
    { $state ->
        [waiting] سُلّم إلى { $name } ولم يُفتح بعد. يعمل الرابط حتى { $when }.
        [opened] سُلّم إلى { $name } وفُتح { $when }.
        [ended] سُلّم إلى { $name } وسُحب { $when }.
       *[expired] سُلّم إلى { $name } ولم يُفتح. انتهى الرابط { $when }.
    }
line-share-taken-back = تم السحب. لم يعد الرابط يُفتح.
line-share-ready = سلّمتكم أسرة ملخصًا. يُفتح مرة واحدة: اضغطوا حين تكونون مستعدين لقراءته.
line-share-gone = هذا الرابط لا يُفتح. ربما استُعمل أو سُحب أو انتهى. اطلبوا رابطًا جديدًا من الأسرة أو ممن يعمل معها.

## Cases and drafts

line-ask-case = أي أسرة؟
line-no-cases = لم تُسند إليكم أي حالة بعد. اسألوا المشرف.
line-case-unknown = لا أجد هذا الرمز بين حالاتكم. تحققوا منه، أو اختاروا من القائمة.
line-drafts-title = مسوداتكم المفتوحة
line-no-drafts = لا توجد لديكم مسودات مفتوحة.
line-draft-begun = سبق أن بدأتم تقريرًا عن { $code } (آخر حفظ: { $when }). هل تريدون متابعته؟
line-same-visit = أُرسل تقرير عن { $code } ({ $when }). هل هي الزيارة نفسها؟
line-ask-leaving = أجوبتكم عن { $code } محفوظة. هل نُبقي المسودة أم نحذفها؟
line-draft-kept =
    { $kept ->
        [always] مسودة { $code } محفوظة. يمكنكم متابعتها عبر { "\u200E" }/drafts
       *[until] مسودة { $code } محفوظة حتى { $day }. يمكنكم متابعتها عبر { "\u200E" }/drafts
    }
line-draft-discarded = حُذفت مسودة { $code }.
line-nothing-to-cancel = لا شيء مفتوح الآن.
# unasked
line-draft-warning = لديكم مسودة تنتظر: { $code }. أحفظها حتى { $day }، ثم تُحذف. يمكنكم متابعتها أو حذفها.

## Within a form

line-form-title =
    { $title } · { $code } · { $questions ->
        [zero] بلا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $questions } أسئلة
        [many] { $questions } سؤالًا
       *[other] { $questions } سؤال
    } · { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
line-progress = { $title } · { $code } · { $step } من { $of }
line-answered-before = جوابكم حتى الآن: { $answer }
line-choose-several = اختاروا كل ما ينطبق، ثم اضغطوا «تم».
line-may-answer-by =
    { $how ->
        [voice] اكتبوا، أو أرسلوا رسالة صوتية.
        [photo] اكتبوا، أو أرسلوا صورة.
        [both] اكتبوا، أو أرسلوا رسالة صوتية أو صورة.
       *[text] اكتبوا جوابكم.
    }
line-alert-raised =
    { $count ->
        [zero] لم يُبلَّغ أحد بعد. أكملوا التقرير إن استطعتم.
        [one] أُبلغ الآن شخص واحد يستطيع التصرف. أكملوا التقرير إن استطعتم.
        [two] أُبلغ الآن شخصان يستطيعان التصرف. أكملوا التقرير إن استطعتم.
        [few] أُبلغ الآن { $count } أشخاص يستطيعون التصرف. أكملوا التقرير إن استطعتم.
        [many] أُبلغ الآن { $count } شخصًا يستطيعون التصرف. أكملوا التقرير إن استطعتم.
       *[other] أُبلغ الآن { $count } شخص يستطيعون التصرف. أكملوا التقرير إن استطعتم.
    }
line-alert-reached-nobody = لم أستطع الوصول إلى أحد. اتصلوا بالمشرف الآن. إن كان أحد في خطر في هذه اللحظة، فاتصلوا برقم الطوارئ. جوابكم محفوظ.

## Slips

line-not-a-number = أحتاج هنا إلى رقم، مثلًا 3.
line-ambiguous-number = رقم مثل 1,234 يمكن أن يُقرأ بطريقتين. اكتبوا 1234، أو 1.2340 إذا كان أكثر من 1 بقليل.
line-not-a-whole-number = أحتاج هنا إلى عدد صحيح بلا كسور، مثلًا 3.
line-too-many-digits =
    { $limit ->
        [zero] هذا الرقم طويل جدًا.
        [one] هذا الرقم طويل جدًا. أستطيع حفظ خانة واحدة.
        [two] هذا الرقم طويل جدًا. أستطيع حفظ خانتين.
        [few] هذا الرقم طويل جدًا. أستطيع حفظ { $limit } خانات.
        [many] هذا الرقم طويل جدًا. أستطيع حفظ { $limit } خانة.
       *[other] هذا الرقم طويل جدًا. أستطيع حفظ { $limit } خانة.
    }
line-out-of-range = اكتبوا رقمًا من { $start } إلى { $end }.
line-not-allowed-plain = هذا الجواب لا يناسب السؤال. جرّبوا جوابًا آخر.
line-not-a-date = لم أفهم هذا التاريخ. اكتبوه هكذا: { $example }.
line-ambiguous-date = يمكن قراءة هذا التاريخ بطريقتين. اكتبوا اسم الشهر، هكذا: { $example }.
line-not-a-time = لم أفهم هذا الوقت. اكتبوه هكذا: 14:30.
line-no-such-choice = لا أجد هذا بين الأجوبة. اضغطوا على زر، أو اكتبوا كلماته أو رقمه.
line-several-choices = أكثر من جواب يطابق ما كتبتم. اضغطوا على الجواب المقصود.
line-too-long =
    { $limit ->
        [zero] هذا النص طويل جدًا.
        [one] هذا النص طويل جدًا. أستطيع حفظ حرف واحد.
        [two] هذا النص طويل جدًا. أستطيع حفظ حرفين.
        [few] هذا النص طويل جدًا. أستطيع حفظ { $limit } أحرف. أرسلوا الأهم.
        [many] هذا النص طويل جدًا. أستطيع حفظ { $limit } حرفًا. أرسلوا الأهم.
       *[other] هذا النص طويل جدًا. أستطيع حفظ { $limit } حرف. أرسلوا الأهم.
    }
line-answer-needed = أحتاج إلى جواب هنا كي نتابع.
line-media-not-taken = لا أستطيع استخدام ملف لهذا السؤال. اضغطوا على زر أو اكتبوا.
line-not-to-keep =
    { $purpose ->
        [photo] هذه الأسرة لا تريد حفظ الصور، لذلك لم تُحفظ صورتكم. يُرجى كتابة ذلك بالكلمات.
       *[voice] هذه الأسرة لا تريد حفظ الرسائل الصوتية، لذلك لم تُحفظ رسالتكم. يُرجى كتابة ذلك بالكلمات.
    }
line-may-keep =
    { $purpose ->
        [photo] { $given ->
            [yes] يمكن حفظ الصور
           *[no] لا تُحفظ الصور
        }
       *[voice] { $given ->
            [yes] يمكن حفظ الرسائل الصوتية
           *[no] لا تُحفظ الرسائل الصوتية
        }
    } – { $listened ->
        [yes] { $listener }، { $when }، على هاتف { $name }
       *[no] { $name }، { $when }
    }
line-ask-to-keep = حُفظت صورتكم أو رسالتكم الصوتية. لم تُسأل الأسرة بعد إن كانت تقبل ذلك: يُرجى سؤالها. ولها أن ترفض، ولا يكلّفها ذلك شيئًا.
line-file-too-large = هذا الملف كبير جدًا. أرسلوا ملفًا أقصر، بحجم 20 ميغابايت على الأكثر.
line-media-needed = أرسلوا هنا رسالة صوتية أو صورة أو ملفًا.
line-text-not-taken = النص لا يناسب هنا. اضغطوا على زر أو أرسلوا ما أطلبه.
line-slip-help =
    { $skip ->
        [yes] لا بأس. يمكنكم تخطي هذا السؤال، أو التوقف قليلًا وسؤال المشرف. أجوبتكم محفوظة.
       *[no] لا بأس. يمكنكم التوقف قليلًا وسؤال المشرف. أجوبتكم محفوظة.
    }
line-sticker-thanks = شكرًا على لطفكم.
line-not-an-answer = لا أستطيع اعتبار هذا جوابًا. اضغطوا على زر أو اكتبوا.
line-ask-forwarded = هل هذا النص المُعاد توجيهه هو جوابكم؟

## Check and receipt

line-check-title = { $title } · { $code } · مراجعة الأجوبة
line-ask-send = هل كل شيء صحيح؟
line-report-sent = أُرسل تقرير { $code }.
line-receipt =
    { $corrected ->
        [yes] تم الحفظ: { $code }. التقرير المصحح هو المعتمد الآن. الزيارة القادمة: { $day }. شكرًا لكم.
       *[no] تم الحفظ: { $code }. الزيارة القادمة: { $day }. شكرًا لكم.
    }
line-received =
    { $corrected ->
        [yes] تم الحفظ: { $title } · { $code }. التقرير المصحَّح هو المعتمد الآن. شكرًا.
       *[no] تم الحفظ: { $title } · { $code }. شكرًا.
    }
line-receipt-help = هل من خطأ؟ يمكنكم التراجع خلال 10 دقائق، ويمكنكم التصحيح لاحقًا أيضًا.
line-undone = سُحب تقرير { $code }، ولم يعد محسوبًا. إن كان قد حلّ محل تقرير سابق، فالسابق محسوب من جديد.
line-undo-too-late = فات وقت التراجع. يمكنكم تصحيح التقرير.
line-report-closed = سبق استبدال هذا التقرير أو سحبه.
line-ask-reason = لماذا يحتاج تقرير { $code } إلى تصحيح الآن؟ تكفي جملة واحدة.

## Alerts

# unasked
line-alert-push =
    { $count ->
        [zero] لا أمور تنتظركم. { $code }
        [one] أمر واحد بحاجة إليكم الآن. { $code }
        [two] أمران بحاجة إليكم الآن. { $code }
        [few] { $count } أمور بحاجة إليكم الآن. { $code }
        [many] { $count } أمرًا بحاجة إليكم الآن. { $code }
       *[other] { $count } أمر بحاجة إليكم الآن. { $code }
    }
line-details-asked = التفاصيل المطلوبة: { $code }
line-alert-about =
    { $named ->
        [yes] { $code } ({ $alias })
       *[no] { $code }
    }
    .by = أبلغ عن الخطر: { $reporter }، { $when }
line-alert-open = لم يتولَّ أحد الأمر بعد.
# unasked
line-alert-taken = جديد بشأن { $code }: هناك من تولى الأمر ويتصرف الآن. إذا عرفتم شيئًا جديدًا فأبلغوه به مباشرة.
    .by = من تولى الأمر: { $name }
line-alert-yours = أنتم الآن تتولون { $code }. أُبلغ الآخرون بذلك. شكرًا لكم.
line-family-not-safe = تقول الأسرة: لسنا بأمان.
line-family-wants-call = تقول الأسرة: لسنا بأمان. وتطلب أن يُتصل بها.
line-alert-outcome =
    { $ends ->
        [yes] انتهى الأمر. كتب ذلك { $name }، { $when }
       *[no] لم ينتهِ بعد. كتب ذلك { $name }، { $when }
    }
# unasked
line-alert-looked-after = { $code }: جرى الاهتمام بما أُبلغ عنه. شكرًا لكم.
# unasked
line-alert-more = { $code }: هناك جديد للقراءة بشأن ما أُبلغ عنه.
line-alerts-stand = هذه التنبيهات لم تُختتم بعد:
line-danger-stands =
    { $taken ->
        [yes] أُبلغ عن خطر { $day } – يتولاه { $name }
       *[no] أُبلغ عن خطر { $day } – لم يتولَّه أحد بعد
    }
line-danger-was =
    { $which ->
        [reported] { $day }: أُبلغ عن خطر – { $name }
        [taken] { $day }: تولّى الأمر – { $name }
       *[ended] { $day }: زال الخطر – { $name }
    }

## A family's own call

line-ask-not-safe = هل أنتم أو الطفل في خطر الآن؟ إن كان الجواب نعم، نُبلغ فورًا أشخاصًا يمكنهم المساعدة. لا نخبر أحدًا في بيتكم.
line-no-help-here = لا أستطيع إبلاغ أحد من هنا. إن كنتم في خطر فاتصلوا برقم الطوارئ أو اذهبوا إلى شخص تثقون به.
line-call-reached =
    { $count ->
        [zero] لم يُبلَّغ أحد بعد.
        [one] أُبلغ الآن شخص واحد يمكنه المساعدة. أحسنتم إذ أخبرتمونا.
        [two] أُبلغ الآن شخصان يمكنهما المساعدة. أحسنتم إذ أخبرتمونا.
        [few] أُبلغ الآن { $count } أشخاص يمكنهم المساعدة. أحسنتم إذ أخبرتمونا.
        [many] أُبلغ الآن { $count } شخصًا يمكنهم المساعدة. أحسنتم إذ أخبرتمونا.
       *[other] أُبلغ الآن { $count } شخص يمكنهم المساعدة. أحسنتم إذ أخبرتمونا.
    }
line-call-reached-nobody = لم نتمكن الآن من الوصول إلى أحد. نداؤكم محفوظ وسيُرى. إن استطعتم فاتصلوا الآن برقم الطوارئ، أو اذهبوا إلى شخص تثقون به.
line-called-already = هم يعرفون بالأمر. نداء واحد يكفي.
line-call-next =
    { $call ->
        [yes] أحدهم يتولى الأمر ويتصل بكم. لن نكتب إليكم عن ذلك، حتى لا يقرأه أحد غيركم.
       *[no] أحدهم يتولى الأمر ويبحث عن طريقة آمنة للوصول إليكم. لن نكتب إليكم عن ذلك، حتى لا يقرأه أحد غيركم.
    }
line-call-more = إن شئتم فأخبرونا بالمزيد هنا، كتابةً أو برسالة صوتية. لستم ملزمين بذلك. ويمكنكم حذف هذه المحادثة في أي وقت.
line-call-noted = شكرًا لكم. حُفظ ذلك، وأُبلغوا بأن هناك المزيد.
line-call-full = شكرًا لكم. حفظتُ كل ما أستطيع. قولوا الباقي لمن يصل إليكم.

## فتح ملف

line-ask-alias = ماذا يسمّي الأسرةَ من يعرفونها؟ يُرجى كتابة كلمات قليلة يعرفها بها الفريق، لا الاسم الكامل. أبحث أولًا إن كانت معروفة من قبل.
line-some-alike = «{ $name }»: هل هو أحد هذه الملفات؟
line-alike-elsewhere = { $code } له اسم مشابه، لكنه ليس من ملفاتكم. قبل فتح ملف جديد يُرجى سؤال المشرف عنه.
line-none-alike = لا يوجد لدى فريقكم ملف باسم يشبه «{ $name }». هل نفتح ملفًا جديدًا؟
line-case-opened = الملف { $code } مفتوح الآن، وهو من مسؤوليتكم. تكون البداية بالتواصل الأول بعد الحديث مع الأسرة.

## Self-referral

# unasked
line-help-asked = هناك من يطلب المساعدة: { $code }
line-help-follows = يقرأ الفريق طلبكم الآن ويقرر من يتواصل معكم، بالطريقة التي قلتم إنها آمنة. الطلب لا يكلف شيئًا، ويمكنكم التوقف متى شئتم.
line-help-waits = { $code }: وصل طلبكم إلى الفريق. سيتواصل معكم أحد.
line-nobody-leads = لا أحد يقود هذا الملف بعد.

## الدعوة

line-ask-invite-role = من تدعون إلى الفريق؟ لدعوة أحد من أسرة يُرجى فتح ملفها.
line-ask-invite-team = إلى أي فريق تدعون؟
line-ask-invite-case = لأي أسرة تدعون؟
line-ask-invite-kin = من تدعون للملف { $code }؟
line-ask-vouch = يمكن أن يكون للطفل دخول خاص به من سن { $years } تقريبًا. هل قال الطفل إنه يريد ذلك ويعرف أنه يستطيع التوقف متى شاء؟ وهل وافق من يرعاه؟ سأسأل الطفل مرة أخرى بكلمات تناسبه.
line-no-invite = لا يوجد هنا من يمكنكم دعوته. يُرجى سؤال المشرف.
line-invited = الرسالة التالية هي الدعوة. تُرسل إلى ذلك الشخص وحده. تعمل مرة واحدة، حتى { $day }. حين تُستخدم أسألكم إن كان هو الشخص المقصود، وقبل موافقتكم لا يرى شيئًا.
line-invited-to-ask = الرسالة التالية هي الدعوة. تُرسل إلى تلك الأسرة وحدها. تعمل مرة واحدة، حتى { $day }. من يستخدمها لا يرى ملف أحد، ويمكنه أن يطلب مساعدة فريقكم فورًا. أخبركم حين تُستخدم.
line-invitation =
    { $linked ->
        [yes] دعوة إلى { -brand }، لكم وحدكم. تعمل مرة واحدة، حتى { $day }. يُرجى فتح هذا الرابط والضغط على «ابدأ»:
       *[no] دعوة إلى { -brand }، لكم وحدكم. تعمل مرة واحدة، حتى { $day }. يُرجى كتابة هذا للبوت:
    }
line-invitation-code =
    { $linked ->
        [yes] أو اكتبوا هذا الرمز إلى { $bot }، وهو يعمل حتى { $day }، { $time }:
       *[no] أو اكتبوا هذا الرمز للبوت، وهو يعمل حتى { $day }، { $time }:
    }
line-number-offered = هل تعرفون رقم هاتفه؟ أضيفوه، فيبدأ فور مشاركته الرقم نفسه.
line-ask-number = ما رقم هاتف من تدعونه؟ اكتبوه أو أرسلوا إليّ جهة اتصاله.
line-number-use = من يفتح الدعوة يُطلب منه أن يشارك رقمه، فإن كان هو نفسه بدأ فورًا. لا أحفظ الرقم، بل علامة لا يستطيع أحد أن يستعيده منها.
line-number-unclear = لا أرى رقم هاتف هنا. يُرجى كتابته مع رمز البلد، مثل { "\u200E" }+962 79 012 3456.
line-number-noted = تم. من يفتح الدعوة يُطلب منه أن يشارك رقمه. إن كان هذا الرقم بدأ فورًا، وإلا سألتكم أولًا.
line-number-too-late = لم يعد ممكنًا إضافة رقم إلى هذه الدعوة: فقد استخدمها أحد أو انتهى وقتها.
line-ask-to-share = من دعاكم ذكر رقم هاتف. شاركوا رقمكم بالزر أدناه: إن كان هو نفسه يمكنكم البدء فورًا.
line-share-use = أقارنه فقط ولا أحفظه. ويمكنكم المتابعة من دونه، وعندها أسأل من دعاكم.
line-share-by-button = يُرجى استخدام أحد الزرين أدناه. الأول وحده يبيّن لي أن الرقم رقمكم.
line-number-same = شكرًا. هذا هو الرقم المنتظر.
line-number-answer =
    { $answer ->
        [same] شارك الرقم الذي ذكرتموه.
        [other] شارك رقمًا غير الذي ذكرتموه.
        [foreign] أرسل جهة اتصال ليست له.
       *[withheld] لم يشارك رقمًا.
    }
# unasked
line-newcomer-matched = استخدم أحدٌ دعوة أرسلتموها وشارك الرقم الذي ذكرتموه. يمكنه البدء الآن.
# unasked
line-newcomer-joined = استخدم أحدٌ دعوة أرسلتموها. يُرجى التأكد من أنه الشخص المقصود.
line-newcomer-asked = التفاصيل التي طلبتموها. يُرجى النظر فيها حيث لا يقرأ أحد غيركم.
line-newcomer-about =
    { $coded ->
        [yes] { $name } – { $as }، { $code }. هل هو الشخص المقصود؟
       *[no] { $name } – { $as }. هل هو الشخص المقصود؟
    }
line-newcomer-in = يمكن لـ { $name } البدء الآن. إن تبيّن أنه ليس الشخص المقصود، يُنهى الدخول من هنا.
line-newcomer-out = انتهى دخول { $name }. لدعوة الشخص المقصود أرسلوا { "\u200E" }/invite.
line-newcomer-not-here = لا مكان لـ { $name } في هذا الملف. وما عدا ذلك يبقى كما هو.
line-waits-for-yes = شكرًا. من دعاكم سيؤكد أنكم المقصودون. إلى ذلك الحين لا أعرض شيئًا هنا. سأكتب إليكم.
line-place-waits = شكرًا. من دعاكم سيؤكد أنكم المقصودون. بعد ذلك تجدونه هنا أيضًا. سأكتب إليكم.
line-place-already = أنتم جزء من هذا بالفعل. تبقى الدعوة غير مستخدمة، ولا حاجة إلى شيء آخر.
line-account-already = لديكم حساب هنا بالفعل، وهذه الدعوة لمن ليس له حساب. تبقى غير مستخدمة. إذا تغيّر شيء لديكم فتحدثوا مع من أعطاكم إياها.
# unasked
line-may-begin = يمكنكم البدء الآن. أرسلوا { "\u200E" }/menu لرؤية ما يخصكم.
line-child-words =
    هنا يمكنك أن تقرأ ما اتفقنا عليه معك، وأن تقول كيف تسير الأمور، وأن تقول متى تحتاج إلى مساعدة.

    أحفظ اسمك ولغتك وما تكتبه أو تقوله هنا. يستطيع قراءته من يعملون معك ومع أسرتك، ولا أحد غيرهم.

    إذا كتبت أنك لست في أمان فسيعرفون ذلك، لأنهم يريدون حمايتك.

    أنت من يقرر إن كنت تريد هذا. يمكنك أن تقول لا. ويمكنك أن تتوقف متى شئت دون ذكر سبب. لن يغضب أحد، ولن تخسر شيئًا.

    إذا لم تفهم شيئًا فاسأل من دعاك.
## Review of reports

# unasked
line-approval-waits = هناك ما ينتظر موافقتكم: { $code }
line-approval-asked =
    { $count ->
        [0] يُحتسب بعد موافقة أحد المشرفين. لم أستطع الوصول إلى مشرف آخر؛ يُرجى الاتصال به.
       *[other] يُحتسب بعد موافقة أحد المشرفين. طُلبت الموافقة وسأُعلمكم بها.
    }
line-approved-already = { $code }: تمت الموافقة على هذا ولم يعد يتغيّر. إن كان فيه خطأ فتحدّثوا مع مشرفكم.
line-nothing-to-read = قُرئت كل التقارير.
line-reviews-title = تقارير للقراءة
line-review-of = { $code } · { $title } – { $name }، { $when }
line-signal =
    { $asked ->
        [yes] { $which ->
            [soon] هذه الزيارة الثانية خلال 8 ساعات. هل هذا صحيح؟
            [same] كل الإجابات مثل المرة السابقة. هل هذا صحيح؟
            [unseen] لم يُرَ الطفل ثلاث مرات متتالية. هل يمكنكم رؤيته في المرة القادمة؟
           *[quick] استغرق هذا التقرير أقل من 20 ثانية. هل يقول كل ما تريدون قوله؟
        }
       *[no] { $which ->
            [soon] زيارة ثانية خلال 8 ساعات
            [same] الإجابات نفسها كالمرة السابقة
            [unseen] لم يُرَ الطفل ثلاث مرات متتالية
           *[quick] مُلئ في أقل من 20 ثانية
        }
    }
factor-name =
    { $which ->
        [food] الطعام
        [nutrition] النمو
        [home] السكن
        [care] من يرعى الطفل
        [safety] الأمان
        [legal] الأوراق والحقوق
        [health] الصحة
        [treatment] العلاج
        [feelings] المشاعر
        [behaviour] التعامل مع الآخرين
        [learning] التعلّم
       *[school] المدرسة
    }
line-fell = { $factor }: { $from } ← { $to }
line-fell-noted = أدنى مما كان في التقييم الأخير. المشرف يقرؤه أيضًا، حتى لا تبقوا وحدكم أمام ذلك.
line-come-first = هذا يأتي أولًا الآن: { $factors }. من هنا يبدأ هدف له مع الأسرة:
line-said =
    { $which ->
        [accepted] قرأه { $name }، { $when }
        [asked] سؤال من { $name }، { $when }:
        [answered] جواب من { $name }، { $when }:
        [flagged] ملاحظة من { $name }، { $when }:
        [approved] وافق عليه { $name }، { $when }
       *[returned] أعاده { $name }، { $when }:
    }
line-ask-words =
    { $which ->
        [asked] ماذا تريدون أن تعرفوا عن { $code }؟
        [answered] جوابكم عن { $code }: اكتبوه أو أرسلوا رسالة صوتية.
        [flagged] لماذا يحتاج { $code } إلى حديث؟ لا يقرأ هذا إلا المشرفون.
       *[returned] ما الذي يجب أن يتغيّر قبل الموافقة على { $code }؟
    }
line-said-of =
    { $which ->
        [accepted] سُجّل أن { $code } قُرئ. يظهر الشكر في قائمة من أرسله.
        [asked] سؤالكم عن { $code } في الطريق.
        [answered] شكرًا. جوابكم عن { $code } في الطريق.
        [flagged] وُضعت ملاحظة على { $code }. سيعلم من أرسله أنكم تودّون الحديث معه.
        [approved] تمت الموافقة على { $code } ويُحتسب من الآن.
       *[returned] أُعيد { $code } مع سؤالكم.
    }
# unasked
line-review-news =
    { $which ->
        [accepted] قُرئ تقريركم { $code }. شكرًا.
        [asked] سؤال عن تقريركم: { $code }
        [answered] جواب عن تقرير: { $code }
        [flagged] عن تقريركم { $code }: يودّ مشرفكم الحديث معكم بشأنه. وهو محفوظ كما أرسلتموه. شكرًا على عملكم.
        [approved] تمت الموافقة ويُحتسب: { $code }. شكرًا.
       *[returned] لم تتم الموافقة بعد، وهناك سؤال: { $code }
    }
line-already-said = حُسم هذا من قبل.
line-not-your-own = أنتم من أرسل هذا، لذلك ينظر فيه مشرف آخر.
line-own-alone = أنتم من أرسل هذا وليس في الفريق مشرف آخر. يمكنكم الموافقة عليه، ويُسجَّل ذلك.
line-reports-read =
    { $count ->
        [zero] لم يُقرأ أي تقرير من تقاريركم في آخر 7 أيام.
        [one] قُرئ وقُبل تقرير واحد من تقاريركم في آخر 7 أيام. شكرًا.
        [two] قُرئ وقُبل تقريران من تقاريركم في آخر 7 أيام. شكرًا.
        [few] قُرئت وقُبلت { $count } من تقاريركم في آخر 7 أيام. شكرًا.
        [many] قُرئت وقُبلت { $count } من تقاريركم في آخر 7 أيام. شكرًا.
       *[other] قُرئت وقُبلت { $count } من تقاريركم في آخر 7 أيام. شكرًا.
    }

## المغادرة والبيانات الخاصة

role-name =
    { $which ->
        [family] من الأسرة
        [volunteer] متطوع/ة
        [caseworker] أخصائي/ة حالات
        [supervisor] مشرف/ة
       *[manager] مدير/ة
    }
line-ask-leave = هل تريدون المغادرة؟ ينتهي دخولكم فورًا ولا ترون شيئًا بعد ذلك. ما أبلغتم عنه يبقى في الملفات. ومن يتلقى الدعم يبقى له. للعودة تلزم دعوة جديدة.
line-goodbye = تمت المغادرة. شكرًا على كل شيء. لن أكتب إليكم بعد الآن.
line-last-on-duty = إذا غادرتم الآن فلن يصل أي تنبيه إلى أحد. يُرجى أن يحل أحد مكانكم أولًا، ثم إرسال { "\u200E" }/leave مرة أخرى.
# unasked
line-colleague-left = غادر أحد أعضاء فريقكم. ما كان من مهامه ينتظر الآن شخصًا آخر؛ يُرجى النظر في من يتولاه بعده ومتى يبدأ ذلك. الاسم: { $name }
line-own-title = ما يُحفظ عنكم
line-own-person =
    { $in_team ->
        [yes] { $name } – { $role }، { $team }
       *[no] { $name } – { $role }
    }
line-own-account = رقم تيليغرام { $user }؛ اللغة { $language }؛ توقيت { $city }
line-own-consent = الموافقة على كلمات الخصوصية (النسخة { $version }): { $when }
line-own-reports = تقارير مرسلة: { $sent }؛ مسودات مفتوحة: { $open }
line-own-rest = يُحفظ أيضًا: كلمات تقاريركم، وسجل من فعل ماذا ومتى. لقراءتها أو تصحيحها يُرجى سؤال المسؤول عن الملف.
line-ask-erasure = هل تريدون طلب حذف بياناتكم؟ ينظر شخص في الطلب ويجيب خلال { $days } يومًا. ما أبلغتم به عن أسرة قد يلزم بقاؤه في ملفها.
line-erasure-asked = سُجّل طلبكم بالحذف. يصلكم الجواب في موعد أقصاه { $day }. إلى ذلك الحين يستمر كل شيء؛ لإنهاء دخولكم الآن أرسلوا { "\u200E" }/leave
# unasked
line-erasure-waits = طلب ينتظركم: يُرجى الإجابة عنه في موعد أقصاه { $day }.
line-erasure-about = { $name } – { $role } – طلب حذف البيانات، { $when }. الجواب في موعد أقصاه { $day }. يُضغط الزر بعد الحذف، أو بعد إبلاغ صاحب الطلب بما يجب أن يبقى ولماذا.
## Hand-over

line-people-title = من يرافق { $code }
line-family-objected = تفضّل الأسرة شخصًا آخر بدل { $name }.
line-ask-who = من يتولّى { $code }؟
line-ask-who-for-all = من يتولّى كل ملفات { $name } ({ $count })؟ وما لا يمكنه توليه يبقى مكانه.
line-team-title = فريقكم. اختاروا من تنتقل ملفاته إلى غيره.
line-nobody-else = لا يوجد من يمكن اختياره.
line-place-changed = { $code }: تم ذلك. يُبلَّغ كل من يعنيه الأمر.
line-caseload-moved = ملفات سُلّمت: { $count }. يُبلَّغ كل من يعنيه الأمر.
# unasked
line-place-news =
    { $which ->
        [given] أنتم من يرافق { $code } من الآن. اقرؤوا أولًا ما اتُّفق عليه.
        [taken] { $code } في أيدٍ أخرى من الآن. شكرًا على كل ما قدّمتم. إن كنتم بدأتم تقريرًا عنه فهو يبقى عندكم، لكن لا يمكن إرساله بعد الآن.
        [family] شخص جديد يرافقكم: { $code }. يمكنكم الرفض، ولا يكلّفكم ذلك شيئًا.
       *[objection] رغبة في شخص آخر: { $code }. يُرجى الحديث معهم.
    }
# unasked
line-caseload-given = ملفات صارت لكم من الآن: { $count }. اقرؤوا أولًا ما اتُّفق عليه.
# unasked
line-caseload-taken = ملفات صارت في أيدٍ أخرى من الآن: { $count }. شكرًا على كل ما قدّمتم. إن كنتم بدأتم تقارير عنها فهي تبقى عندكم، لكن لا يمكن إرسالها بعد الآن.
line-objection-sent = { $code }: شكرًا لقولكم ذلك. أُبلغ أحد المشرفين وسيتحدّث معكم. لا تخسرون شيئًا.
line-brief-title =
    { $named ->
        [yes] ما يجب معرفته عن { $code } · { $alias }
       *[no] ما يجب معرفته عن { $code }
    }
line-worry = ما أقلق في الزيارة الأخيرة: { $words }
line-draft-out-of-reach = هذا الملف في أيدٍ أخرى الآن، لذلك لا يمكن إرسال هذا بعد الآن. إن كان مهمًا فأخبروا مشرفكم.

## Anywhere

line-old-button = هذا الزر من رسالة سابقة. استخدموا أحدث رسالة.
line-one-at-a-time = وصلني الكثير دفعة واحدة. أمرّ على كل ما أرسلتموه بالترتيب. رجاءً، واحدة تلو الأخرى.
line-back-again = تعذّر الوصول إليّ لبعض الوقت. إن ضغطتم زرًا خلال ذلك، فاضغطوه من جديد.
line-noted = تم
line-edit-noted = حُفظ التغيير.
line-edit-too-late = لم تعد هذه الرسالة تغيّر التقرير. يمكنكم تصحيح التقرير نفسه.
line-nothing-asked = لا أنتظر نصًا الآن. لمعرفة ما يمكنكم فعله أرسلوا { "\u200E" }/menu
line-private-only = راسلوني على انفراد من فضلكم. لا أتحدث عن الحالات في المجموعات.
line-not-saved-yet = لم يُحفظ بعد. أجوبتكم في أمان. سأحاول مرة أخرى.
line-not-saved = لم أتمكن من حفظ هذا. يُرجى إرساله مرة أخرى. وإن تكرّر ذلك فأخبروا المشرف.
line-repeated = (تكرار) ربما وصلتكم هذه الرسالة من قبل.

## Buttons: at most 28 characters, the program adds an icon

label-menu = القائمة
label-visit = تقرير زيارة
label-visit-case =
    { $due ->
        [overdue] { $code } · منذ { $day }
        [today] { $code } · اليوم
       *[later] { $code } · { $day }
    }
label-drafts = المسودات
label-caseload = الملفات
label-plan = الخطة { $code }
label-goal = الهدف { $number }
label-decide = القرار
label-change-mind = تغيير الرأي
label-tick-task = تمت الخطوة { $number }
label-decide-here = الأسرة تقرّر هنا
label-nudge = تذكير بالخطوة { $number }
label-timeline = ما حدث حتى الآن
label-services = مساعدة من الخدمات
label-referral = الطلب { $number }
label-show-packet = إظهار ما تتم مشاركته
label-find-service = البحث عن خدمة
label-another-service = خدمة أخرى
lack-name =
    { $which ->
        [food] الطعام
        [home] السكن
        [school] المدرسة
        [health] الصحة
        [legal] القانون
        [feelings] المشاعر
        [safety] الأمان
        [income] الدخل
        [documents] الأوراق
       *[other] شيء آخر
    }
label-end-share = سحب: { $name }
label-show-once = إظهاره الآن
label-languages = اللغة
label-zone = { $city } · { $time }
label-privacy = الخصوصية
label-help = مساعدة
label-agree = أوافق
label-not-now = ليس الآن
label-more = المزيد
label-earlier = السابق
label-back = رجوع
label-skip = تخطي
label-cancel = إلغاء
label-done =
    { $count ->
        [0] تم
       *[other] تم ({ $count })
    }
label-ok = حسنًا
label-day =
    { $near ->
        [today] اليوم
        [yesterday] أمس
        [tomorrow] غدًا
       *[other] { $day }
    }
label-pick-day = يوم آخر
label-weekday =
    { $day ->
        [Mon] ن
        [Tue] ث
        [Wed] ر
        [Thu] خ
        [Fri] ج
        [Sat] س
       *[Sun] ح
    }
label-month = { $month } { $year }
label-send = إرسال التقرير
label-continue = متابعة
label-start-again = البدء من جديد
label-discard = حذف
label-keep = حفظ لوقت لاحق
label-correct-that = الزيارة نفسها: تصحيح
label-another-visit = زيارة أخرى
label-mine = نعم، جوابي
label-not-mine = لا
label-correct = تصحيح
label-undo = تراجع
label-show = عرض
label-i-have-it = سأتولى الأمر
label-hear = استمعوا
label-look = افتحوا
label-alert-of = خطر · { $day }
label-not-safe = لستُ بأمان
label-tell-them = نعم، أبلغوهم
label-call-me = بل اتصلوا بي
label-new-case = ملف جديد
label-none-of-these = ليس منها، افتح ملفًا جديدًا
label-open-case = فتح الملف
label-invite = دعوة
label-invite-role =
    { $which ->
        [family] أسرة تطلب المساعدة
        [volunteer] متطوع/ة
        [caseworker] أخصائي/ة حالات
       *[supervisor] مشرف/ة
    }
label-invite-family = دعوة الأسرة
label-invite-to-ask = أسرة تطلب المساعدة
label-ask-for-help = طلب المساعدة
label-invite-kin =
    { $which ->
        [caregiver] مقدّم/ة الرعاية
        [child] الطفل
       *[relative] أحد الأقارب
    }
label-both-agreed = نعم، كلاهما موافق
label-add-number = إضافة رقم الهاتف
label-share-number = مشاركة رقمي
label-go-on-without = المتابعة من دونه
label-right-person = نعم، الشخص المقصود
label-wrong-person = لا، إنهاء الدخول
label-waiting =
    { $matter ->
        [decide] أهداف تنتظر قراركم
        [promised] خطواتكم المستحقة
        [received] هل وصلت المساعدة؟
        [still_fine] كيف حالكم؟
        [reword] أهداف للتغيير
        [review] خطط للمراجعة
        [follow_up] طلبات للمتابعة
        [overdue] خطوات متأخرة
        [aftercare] الاطمئنان
        [unled] بلا مسؤول
       *[quiet] 14 يومًا بلا زيارة
    } ({ $count })
label-reviews = تقارير للقراءة ({ $count })
label-accept = قرأته، شكرًا
label-ask-about = سؤال عنه
label-flag = يحتاج حديثًا
label-approve = موافقة
label-send-back = إعادة
label-answer = جواب
label-question-about = سؤال { $code }
label-away = سأكون في غياب
label-i-am-back = لقد عدت
label-their-cases = إسناد ملفاته لغيره
label-own-record = بياناتي
label-leave = المغادرة
label-leave-now = نعم، المغادرة الآن
label-ask-erasure = طلب حذف بياناتي
label-erase-now = نعم، أطلب ذلك
label-erasure-done = تم الأمر
label-people = من يرافقهم
label-assign = إضافة شخص
label-end-place = { $name } يغادر
label-give-place = { $name } يسلّم
label-give-back = إعادة إلى { $name } ({ $count })
label-brief = ما يجب معرفته
label-team = الفريق
label-rather-not = أفضّل شخصًا آخر

## The phone's command menu: at most 256 characters

command-start = البدء
command-menu = ما يمكنكم فعله الآن
command-visit = كتابة تقرير زيارة
command-cases = الملفات التي ترونها
command-drafts = متابعة تقرير مفتوح
command-away = إبلاغ الفريق بغيابكم
command-language = تغيير اللغة
command-privacy = ما يُحفظ ومن يراه
command-help = كيف يعمل هذا
command-invite = دعوة شخص
command-mydata = ما يُحفظ عنكم
command-leave = إنهاء دخولكم
command-cancel = إيقاف ما هو مفتوح

## Dates. Names of months and weekdays come from the program.

date-long = { $weekday } { $day } { $month } { $year }
date-typed = { $day } { $month } { $year }
date-short = { $weekday } { $day } { $month }
date-brief = { $day } { $month }
date-short-year = { $day } { $month } { $year }
day-near =
    { $near ->
        [today] اليوم
        [yesterday] أمس
       *[tomorrow] غدًا
    }
day-and-date = { $near }، { $date }
moment = { $day }، { $time }

## Answers in words

media-image = صورة
media-audio = رسالة صوتية
media-video = فيديو
media-file = ملف
not-answered = بلا جواب

## Words that people type. Separate them with commas; case and accents do not matter.

typed-yes = نعم, ن, أجل, ايوه, أيوه, حسنا, موافق, تمام, صح, ok, yes
typed-no = لا, كلا, لأ, غير موافق, no, لا شيء, لا أحد, لا يوجد
typed-today = اليوم, النهارده
typed-yesterday = أمس, البارحة, امبارح
typed-tomorrow = غدا, الغد, بكرة
typed-skip = تخطي, تخطى, تخط, تجاوز, skip
typed-back = رجوع, ارجع, عودة, العودة, السابق, back
typed-cancel = إلغاء, ألغ, توقف, إيقاف, cancel
typed-fillers = من, في, شهر, يوم
# Twelve months and seven weekdays, from January and from Monday; a semicolon between them, other spellings only.
typed-months = كانون الثاني, جانفي; شباط, فيفري; آذار; نيسان, أفريل, إبريل; أيار, ماي; حزيران, جوان; تموز, جويلية, يوليوز; آب, أوت, غشت; أيلول, شتنبر; تشرين الأول, تشرين أول; تشرين الثاني, تشرين ثاني, نونبر; كانون الأول, كانون أول, دجنبر
typed-weekdays = اثنين, الإثنين; ثلاثاء; أربعاء; خميس; جمعة; سبت; أحد

# التذكيرات
line-family-reminded = هناك أمر لتنظروا فيه، متى ناسبكم ذلك.
line-reminded =
    { $count ->
        [zero] { $count } أمر بانتظاركم.
        [one] أمر واحد بانتظاركم.
        [two] أمران بانتظاركم.
        [few] { $count } أمور بانتظاركم.
        [many] { $count } أمرًا بانتظاركم.
       *[other] { $count } أمر بانتظاركم.
    }
line-late-in-team =
    { $count ->
        [zero] في فريقكم { $count } أمر متأخر.
        [one] في فريقكم أمر واحد متأخر.
        [two] في فريقكم أمران متأخران.
        [few] في فريقكم { $count } أمور متأخرة.
        [many] في فريقكم { $count } أمرًا متأخرًا.
       *[other] في فريقكم { $count } أمر متأخر.
    }
line-late-for-long =
    { $count ->
        [zero] في البرنامج { $count } أمر متأخر منذ أسبوع. الفرق على علم.
        [one] في البرنامج أمر واحد متأخر منذ أسبوع. الفريق على علم.
        [two] في البرنامج أمران متأخران منذ أسبوع. الفرق على علم.
        [few] في البرنامج { $count } أمور متأخرة منذ أسبوع. الفرق على علم.
        [many] في البرنامج { $count } أمرًا متأخرًا منذ أسبوع. الفرق على علم.
       *[other] في البرنامج { $count } أمر متأخر منذ أسبوع. الفرق على علم.
    }
line-due-is =
    { $rule ->
        [visit] حان موعد زيارة: { $code }
        [review] حان وقت النظر في الخطة من جديد: { $code }
        [follow_up] يُرجى السؤال عمّا آلت إليه المساعدة: { $code }
        [promise] حان موعد خطوة وُعد بها: { $code }
        [decide] هدف ينتظر كلمة الأسرة: { $code }
        [answer] هناك سؤال عن تقريركم: { $code }
        [aftercare] حان وقت الاطمئنان بعد الإغلاق: { $code }
       *[document] وثيقة تنتهي صلاحيتها قريبًا: { $code }
    }
line-due-within = أي يوم من { $first } إلى { $last }. الموعد المخطط: { $day }
line-due-on = الموعد المخطط: { $day }
line-because-risk =
    { $last ->
        [none] السبب: الخطر { $risk }، وزيارة كل { $days } يومًا.
       *[other] السبب: الخطر { $risk }، وزيارة كل { $days } يومًا. آخر زيارة: { $last }
    }
line-because-move = السبب: انتقل الطفل { $day }، فالزيارة الآن كل { $days } يومًا.
line-because-agreed = السبب: اتُّفق على هذا اليوم في آخر زيارة.
line-because-first-contact = السبب: لم يلتقِ أحد بالأسرة بعد، والخطر { $risk }.
line-because-review-every = السبب: يُعاد النظر في الخطة كل { $days } يومًا.
line-because-review-agreed = السبب: اتُّفق على هذا اليوم في آخر مراجعة.
line-because-follow-up = السبب: طُلبت خدمة ولم يقل أحد بعد إن كانت قد ساعدت.
line-because-promised = السبب: وُعد بها لهذا اليوم.
line-because-proposed = السبب: هذه الكلمات تنتظر منذ { $day }.
line-because-asked = السبب: طُرح السؤال { $day }.
line-because-closed = السبب: أُغلق الملف { $day }.
line-because-expires = السبب: تنتهي صلاحيتها { $day }.
line-ask-put-off = متى أذكّركم من جديد؟
line-put-off-to = سأذكّركم من جديد: { $moment }. الموعد المخطط لا يتغير.
line-put-off-too-often = أجّلتم هذا ثلاث مرات. يُرجى الإجابة عنه أو التحدث مع المشرف.
line-put-off-too-late = سيكون ذلك متأخرًا جدًا. يُرجى اختيار وقت آخر أو الإجابة الآن.
label-reminder =
    { $rule ->
        [visit] { $code } · زيارة
        [review] { $code } · الخطة
        [follow_up] { $code } · مساعدة
        [promise] { $code } · وعد
        [decide] { $code } · هدف
        [answer] { $code } · سؤال
        [aftercare] { $code } · اطمئنان
       *[document] { $code } · وثيقة
    }
label-later = لاحقًا
label-done-already = تمّت بالفعل
label-cannot-go = لا يمكنني الذهاب
label-put-off =
    { $when ->
        [hour] بعد ساعة
        [evening] هذا المساء
       *[tomorrow] غدًا
    }
