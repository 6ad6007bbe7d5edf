### Maneno ya bot kwa Kiswahili. Not yet checked by a speaker.
### Icons, bold and line spacing come from the program.
### Messages marked "unasked" reach people who did not ask: no names, nothing about a family, the code within the
### first 60 characters.

-brand = Kinkeeper
language-name = Kiswahili

## Joining

line-welcome = Karibu { -brand }. Nitakusaidia kutoa ripoti za ziara zako, hatua kwa hatua.
line-welcome-family = Karibu { -brand }. Hapa unaweza kusoma tuliyokubaliana, kusema mambo yanaendaje, na kuamua mwenyewe.
line-welcome-to-ask = Karibu { -brand }. Hapa unaweza kuomba msaada kwa ajili ya familia yako. Kwanza maswali matatu mafupi.
line-ask-language = Ungependa kutumia lugha gani?
line-ask-zone = Uko wapi? { $city } sasa ni saa { $time }. Chagua mahali penye saa kama yako, au andika jina la mji ulio karibu nawe.
line-zone-unknown = Siujui mji huo. Andika mji mkubwa wenye saa kama yako, kwa mfano Nairobi.
line-privacy-words =
    Ninachohifadhi: jina lako, akaunti yako ya Telegram, lugha yako, unachoandika, na ripoti unazotuma pamoja na sauti na picha. Ni ili familia zipate msaada zinaohitaji.

    Nani anaona: wewe, wafanyakazi wanaohusika na kesi, na watu wachache wanaoendesha huduma hii. Anayefungua taarifa ya hatari huandikwa.

    Ulinzi: majina, maelezo, sauti na picha huhifadhiwa kwa usimbaji fiche. Telegram ndiyo inayobeba ujumbe, hivyo inaweza kuuona. Andika msimbo wa kesi, si majina.

    Muda: rasimu hufungwa baada ya siku 7, isipokuwa inayotaja hatari. Unachotuma hubaki kwa usimbaji fiche hadi mradi utakapokifuta.

    Haki zako: kuomba kuona taarifa zako, zirekebishwe au zifutwe, na kuacha wakati wowote. Tuma /mydata au /leave.

    Familia inaweza kukataa. Kukataa hakuipotezei chochote: huduma zote zinaendelea.
line-ask-consent = Je, unakubali?
line-not-agreed = Ni sawa. Sijahifadhi chochote zaidi. Bila ridhaa yako siwezi kupokea ripoti. Unaweza kukubali baadaye kwa /privacy.
line-invitation-only = Habari. { -brand } inatumika kwa mwaliko. Ukiwa umepewa msimbo, uandike hapa. La sivyo, mwombe anayefanya kazi nawe akupe mwaliko.
line-invitation-wrong = Mwaliko huu haufanyi kazi. Ikiwa uliandika msimbo, angalia kila herufi na tarakimu. La sivyo, mwombe aliyekualika akupe mwingine.
line-access-ended = Ruhusa yako ya kutumia { -brand } imekwisha; ukiwa na swali, muulize aliyekuwa msimamizi wako.
line-language-set = Kuanzia sasa nitaandika kwa Kiswahili.

## Menu

line-menu-title = Ungependa kufanya nini?
line-visits-due =
    { $count ->
        [one] Ziara { $count } inatakiwa kufanyika.
       *[other] Ziara { $count } zinatakiwa kufanyika.
    }
line-nothing-due = Leo hakuna ziara inayotakiwa kufanyika.
line-drafts-open =
    { $count ->
        [one] Rasimu { $count } haijakamilika.
       *[other] Rasimu { $count } hazijakamilika.
    }
line-help-words =
    { $role ->
        [family] Hapa unasoma yaliyokubaliwa kwa ajili ya familia yako, kwa maneno yenu wenyewe. Unaamua kuhusu kila lengo, unasema linaendeleaje, na unaomba msaada. Unaweza kukataa chochote; haikugharimu kitu.
        [caseworker] Ninakuwekea kesi zako pamoja: yanayotakiwa, yaliyoripotiwa, na yale kila familia imeamua. Kila fomu ni swali fupi moja moja.
        [supervisor] Ninakuambia mara moja kuhusu hatari. Ninaonyesha timu yako iliripoti nini, nini kimechelewa, na nani anakuhitaji.
        [manager] Hapa unaalika watu, unaona kila timu iko wapi, na unapanga familia zitembelewe mara ngapi na watu wakumbushwe lini.
       *[volunteer] Ninapokea ripoti za ziara zako, swali fupi moja moja, na kukuambia ziara zinazotakiwa kufanyika.
    }
    .commands = Unaweza kutumia hizi wakati wowote:
    .safe = Kila jibu huhifadhiwa papo hapo. Unaweza kupumzika, kufunga Telegram au kukosa mtandao, kisha ukaendelea baadaye. Unaweza kugusa kitufe, kuandika, au kutuma ujumbe wa sauti pale ninapoomba maneno.
    .stop = Kuacha, tuma /cancel. Majibu yako yanabaki hadi utakapoyafuta. Kujitoa kwenye { -brand }, tuma /leave.
line-waiting-title =
    { $matter ->
        [decide] Katika mipango hii kuna lengo ambalo familia yako itaamua. Mnaweza kukataa; haigharimu chochote.
        [promised] Katika mipango hii hatua uliyoahidi imefika wakati wake. Kama haikuwezekana, sema tu; ni sawa.
        [received] Katika mipango hii msaada uliombwa. Je, ulifika, na ulisaidia?
        [still_fine] Muda umepita. Mnaendeleaje? Si lazima kujibu; vyote ni sawa.
        [reword] Katika kesi hizi familia inataka lengo libadilishwe.
        [review] Katika kesi hizi siku imefika ya kuutazama tena mpango pamoja na familia.
        [follow_up] Katika kesi hizi hakuna aliyesema bado ombi lilifikia wapi.
        [overdue] Katika kesi hizi hatua tuliyoahidi familia imechelewa.
        [aftercare] Katika kesi hizi zilizofungwa, ni vyema kuuliza familia inaendeleaje, au kuipigia simu.
        [unled] Hakuna anayeongoza kesi hizi kwa sasa. Chagua moja useme nani ataongoza.
       *[quiet] Hakuna ziara iliyoripotiwa ya kesi hizi kwa muda mrefu kuliko inavyotarajiwa. Huenda kuna sababu nzuri; waulize wanaotembelea.
    }
line-asked-after = Muda umepita tangu tulipoonana. Mkipenda, tuambieni mnaendeleaje. Si lazima kujibu; hakuwagharimu chochote.
line-nothing-waits = Hakuna tena kinachosubiri hapa.
line-ask-back-on = Utarudi siku gani? Hadi hapo timu yako inajua kwamba haupo. Chagua siku, au andika nyingine, kama 16 Machi.
line-back-on-wrong = Iwe siku kuanzia kesho, ndani ya mwaka mmoja.
line-you-are-away = Haupo kwa sasa; utarudi { $day }.
line-away-noted = Asante. Utarudi { $day }; wasimamizi wa timu yako wanajua. Uwe na wakati mwema.
line-still-on-duty = Hakuna mwingine anayesikia tahadhari za timu yako kwa sasa, kwa hiyo nitaendelea kukuambia.
line-welcome-back = Karibu tena. Ni vizuri kwamba upo.
line-colleague-away = Mtu wa timu yako hayupo, na atarudi { $day }. Tafadhali angalia kama mwingine atashika nafasi kwa muda. Jina lake: { $name }
line-colleague-back = Mtu wa timu yako amerudi mapema kuliko ilivyopangwa. Jina lake: { $name }
line-away-until = { $name } – atarudi { $day }
line-nothing-to-report = Bado hakuna cha kuripoti hapa kwako.

## Maisha ya kesi

stage-name =
    { $which ->
        [referred] mpya
        [assessment] kufahamiana
        [planning] kupanga
        [preparation] kujiandaa kuhama
        [implementation] mpango unaendelea
        [monitoring] ziara baada ya kurudi
        [review] kupitia mpango
       *[closed] imefungwa
    }
risk-name =
    { $which ->
        [high] juu
        [medium] wastani
       *[low] chini
    }
line-caseload-title = Kesi zako
line-case-stands = Hatua: { $stage } · Hatari: { $risk }
line-goal-stands =
    { $score ->
        [-2] { $words } – chini sana ya tulivyokubaliana
        [-1] { $words } – chini ya tulivyokubaliana
        [0] { $words } – kama tulivyokubaliana
        [1] { $words } – zaidi ya tulivyokubaliana
        [2] { $words } – zaidi sana ya tulivyokubaliana
       *[none] { $words }
    }
line-asked-for = Imeombwa, bado hakuna jibu: { $words }
line-paused =
    { $why ->
        [illness] Imepumzishwa hadi { $day }: ugonjwa
        [displacement] Imepumzishwa hadi { $day }: walilazimika kuhama
        [holidays] Imepumzishwa hadi { $day }: likizo
       *[other] Imepumzishwa hadi { $day }: sababu nyingine
    }
label-go-on = Endelea sasa
line-next-visit-on = Ziara ijayo: { $day }
line-involved =
    { $place ->
        [leads] { $name } – anaongoza kesi
        [supports] { $name } – anasaidia
        [visits] { $name } – anatembelea
       *[family] { $name } – familia
    }
choice-name =
    { $which ->
        [agree] tumekubaliana
        [change] libadilishwe
        [not_now] si sasa
        [not_ours] si letu
        [withdraw] limeondolewa
       *[none] bado halijaamuliwa
    }
side-name =
    { $which ->
        [family] familia
        [volunteer] mtu wa kujitolea
        [caseworker] mhudumu wa kesi
       *[partner] mshirika
    }
line-plan-title = Mpango: { $code }
line-plan-stands =
    { $state ->
        [proposed] Mpango: { $code } – ni pendekezo. Familia bado haijaamua.
        [waits] Mpango: { $code } – maamuzi yanayosubiriwa: { $count }
        [active] Mpango: { $code } – umekubaliwa, unaendelea tangu { $day }
        [withdrawn] Mpango: { $code } – familia iliondoa makubaliano yake { $day }. Hakuna kinachoendelea.
       *[unagreed] Mpango: { $code } – kwa sasa hakuna lengo lililokubaliwa.
    }
line-next-review-on = Mapitio yajayo ya mpango: { $day }
line-goal-stuck = Limekwama kwa sasa: chini sana ya tulivyokubaliana, mara mbili mfululizo
line-goal-stuck-noted = Lengo moja limekuwa chini sana ya tulivyokubaliana mara mbili mfululizo. Si kosa la mtu yeyote. Huenda mpango haufai tena: kuupitia pamoja mara nyingi husaidia. Wanaoongoza kesi wanajulishwa.
# unasked
line-goal-needs-look = Kuna jambo katika mpango linalostahili kutazamwa tena: { $code }
line-plan-begins = Mpango umekubaliwa na unaendelea.
# unasked
line-plan-agreed = Mpango umekubaliwa: { $code }
line-plan-rests = Hakuna lengo lililokubaliwa tena. Hakuna kitu cha mpango kinachoendelea hadi familia ikubali tena. Kuondoa makubaliano hakugharimu chochote.
# unasked
line-plan-taken-back = Mpango umepumzika kwa sasa: { $code }
line-no-goals = Bado hakuna lengo lililoandikwa.
line-goal-decided = { $words } – { $choice }
line-goal-means = Maana ya “kama tulivyokubaliana”: { $words }
line-decided-by =
    { $listened ->
        [yes] { $choice } – { $listener }, { $when }, kwenye simu ya { $name }, kwa { $language }, toleo la { $version }
       *[no] { $choice } – { $name }, { $when }, kwa { $language }, toleo la { $version }
    }
line-decision-spoken = Wameongeza ujumbe wa sauti au picha.
line-agreed-before = Mlikubaliana kabla programu haijaanza kutumia boti hii.
line-call-wished-here = Familia ingependa kupigiwa simu.
# unasked
line-call-wished = Familia ingependa kupigiwa simu: { $code }
line-call-follows = Sasa wanajua kwamba mngependa kupigiwa simu. Mtu akiwa hatarini, bonyeza “Siko salama” kwenye menyu.
line-not-decided = Familia bado haijaamua. Hakuna kinachoanza kabla haijaamua.
line-new-words-wait = Maneno haya ni mapya. Familia bado haijaamua juu yake.
line-still-holds = Hadi hapo, haya yanabaki kama mlivyokubaliana:
line-held-in-plan = Mlikubali awali, na yanabaki hadi hapo: { $words }
line-said-before = Maamuzi ya awali:
line-goal-reviewed-on = Tutalitazama tena { $day }.
line-promise =
    { $dated ->
        [yes] { $words } – { $side }, kufikia { $day }
       *[no] { $words } – { $side }
    }
# unasked
line-decision-waits = Kuna jambo linalosubiri neno lako: { $code }. Hakuna haraka. Wewe ndiye unayeamua.
# unasked
line-decision-made = Kuna jibu la kusoma: { $code }
# unasked
line-nudged = Familia inatukumbusha ahadi: { $code }
line-nudge-sent = Wamekumbushwa.
line-goal-changed-meanwhile = Mtu mwingine amebadilisha maneno ya lengo hili ulipokuwa ukijibu. Hakuna kilichotumwa. Tafadhali litazame lilivyo sasa.
line-timeline-title = Yaliyotokea: { $code }
line-timeline-entry = { $day }: { $title } – { $name }
line-nothing-yet = Bado hakuna kilichoripotiwa.
line-stage-now = Kesi sasa iko hapa: { $stage }.
line-stage-stays =
    { $missing ->
        [assessment] Tathmini bado haijafanyika. Inatangulia mpango.
        [decisions] Familia bado haijaamua kuhusu kila lengo. Angalau moja lazima likubaliwe.
        [alert] Hatari iliyoripotiwa bado iko wazi. Kwanza ielezwe iliishaje.
        [referral] Huduma iliombwa na hakuna aliyesema kama ilifika. Jibu hilo linatangulia.
       *[order] Hili haliendani na hatua ya kesi kwa sasa. Fungua kadi ya kesi uone kinachofuata.
    }

## Huduma na kushiriki

outcome-name =
    { $which ->
        [not_received] bado haijapokelewa
        [helped] imepokelewa, imesaidia
        [not_helped] imepokelewa, haijasaidia
        [no_longer] haihitajiki tena
        [withdrawn] ruhusa imeondolewa
       *[none] bado hakuna jibu
    }
packet-field =
    { $which ->
        [name] Jina
        [contact] Anwani na simu
        [ages] Umri wa watoto
        [health] Afya
       *[story] Yaliyotokea
    }
line-asked-title = Msaada wa huduma: { $code }
line-none-asked = Bado hakuna huduma iliyoombwa.
line-asked-stands = { $words } – { $outcome }
line-asked-on = Iliombwa { $day }. Tutauliza imekuwaje { $again }.
line-not-answered = Bado hakuna aliyesema imekuwaje.
line-answered-by = { $outcome } – { $name }, { $when }
line-packet-title =
    { $by ->
        [caregiver] Mlezi amekubali huduma ijue haya tu, si zaidi. { $how ->
            [written] Kwa maandishi.
            [phone] Kwa simu.
           *[spoken] Ana kwa ana.
        }
        [child] Mtoto amekubali huduma ijue haya tu, si zaidi. { $how ->
            [written] Kwa maandishi.
            [phone] Kwa simu.
           *[spoken] Ana kwa ana.
        }
        [together] Mtoto na mlezi wamekubali huduma ijue haya tu, si zaidi. { $how ->
            [written] Kwa maandishi.
            [phone] Kwa simu.
           *[spoken] Ana kwa ana.
        }
       *[relative] Ndugu amekubali huduma ijue haya tu, si zaidi. { $how ->
            [written] Kwa maandishi.
            [phone] Kwa simu.
           *[spoken] Ana kwa ana.
        }
    }
line-packet-field = { $field }: { $words }
line-packet-withdrawn = Familia imeondoa ruhusa. Usitoe chochote zaidi, na uijulishe huduma.
line-ask-lack = Nini kinahitajika? { $code }
line-no-services = Bado hakuna huduma iliyoorodheshwa kwa hili. Muulize anayetunza orodha.
line-same-lack = Jambo hilo hilo liliombwa na bado halijajibiwa: { $words }. Hata hivyo unaweza kuomba tena.
# unasked
line-service-answered = Kuna habari kuhusu ombi: { $code }
line-share-unset = Kushiriki kwa kiungo hakujaandaliwa hapa. Muulize anayeendesha huduma hii.
line-share-link = Wape huduma pekee kiungo hiki. Kinafunguka mara moja, hadi { $when }. Unaweza kukiondoa kwenye mpango.
line-share-title = Imetolewa na familia kwa { $name }
share-part =
    { $which ->
        [strengths] Nguvu
        [goals] Malengo ambayo familia imekubali
        [needs] Msaada ulioombwa
       *[contacts] Wanaofanya kazi na familia
    }
line-share-nothing = Bado hakuna.
line-shared-with =
    { $state ->
        [waiting] Imetolewa kwa { $name }, bado haijafunguliwa. Kiungo kinafanya kazi hadi { $when }.
        [opened] Imetolewa kwa { $name }, ilifunguliwa { $when }.
        [ended] Imetolewa kwa { $name }, iliondolewa { $when }.
       *[expired] Imetolewa kwa { $name }, haikufunguliwa. Kiungo kiliisha { $when }.
    }
line-share-taken-back = Imeondolewa. Kiungo hakifunguki tena.
line-share-ready = Familia imekutolea muhtasari. Unafunguka mara moja tu: bonyeza ukiwa tayari kuusoma.
line-share-gone = Kiungo hiki hakifunguki. Huenda kimetumika, kimeondolewa au kimeisha. Omba kipya kwa familia au kwa anayeihudumia.

## Cases and drafts

line-ask-case = Familia ipi?
line-no-cases = Bado hujapewa kesi yoyote. Muulize msimamizi wako.
line-case-unknown = Sioni msimbo huo kati ya kesi zako. Uangalie tena, au chagua kwenye orodha.
line-drafts-title = Rasimu zako ambazo hazijakamilika
line-no-drafts = Huna rasimu ambayo haijakamilika.
line-draft-begun = Umeshaanza ripoti ya { $code } (ilihifadhiwa { $when }). Ungependa kuiendeleza?
line-same-visit = Ripoti ya { $code } ilitumwa { $when }. Je, ni ziara ileile?
line-ask-leaving = Majibu yako ya { $code } yamehifadhiwa. Ungependa kuiweka rasimu, au kuifuta?
line-draft-kept =
    { $kept ->
        [always] Rasimu ya { $code } imehifadhiwa. Iendeleze kwa /drafts.
       *[until] Rasimu ya { $code } imehifadhiwa hadi { $day }. Iendeleze kwa /drafts.
    }
line-draft-discarded = Rasimu ya { $code } imefutwa.
line-nothing-to-cancel = Hakuna cha kusitisha kwa sasa.
# unasked
line-draft-warning = Una rasimu inayokusubiri: { $code }. Ninaiweka hadi { $day }, kisha itafutwa. Iendeleze, au ifute.

## Within a form

line-form-title =
    { $title } · { $code } · { $questions ->
        [one] swali { $questions }
       *[other] maswali { $questions }
    } · { $minutes ->
        [one] dakika { $minutes }
       *[other] dakika { $minutes }
    }
line-progress = { $title } · { $code } · { $step }/{ $of }
line-answered-before = Jibu lako hadi sasa: { $answer }
line-choose-several = Chagua yote yanayofaa, kisha gusa Tayari.
line-may-answer-by =
    { $how ->
        [voice] Andika, au tuma ujumbe wa sauti.
        [photo] Andika, au tuma picha.
        [both] Andika, au tuma ujumbe wa sauti au picha.
       *[text] Andika jibu lako.
    }
line-alert-raised =
    { $count ->
        [one] Mtu { $count } anayeweza kuchukua hatua amejulishwa sasa hivi. Maliza ripoti ukiweza.
       *[other] Watu { $count } wanaoweza kuchukua hatua wamejulishwa sasa hivi. Maliza ripoti ukiweza.
    }
line-alert-reached-nobody = Sikuweza kumpata mtu yeyote. Tafadhali mpigie msimamizi wako simu sasa. Ikiwa kuna mtu aliye hatarini dakika hii, piga namba ya dharura. Jibu lako limehifadhiwa.

## Slips

line-not-a-number = Hapa nahitaji namba, kwa mfano 3.
line-ambiguous-number = Namba kama 1,234 inaweza kusomwa kwa njia mbili. Andika 1234, au 1.2340 ikiwa ni zaidi kidogo ya 1.
line-not-a-whole-number = Hapa nahitaji namba kamili, kwa mfano 3.
line-too-many-digits =
    { $limit ->
        [one] Namba hiyo ni ndefu mno. Naweza kuhifadhi tarakimu { $limit }.
       *[other] Namba hiyo ni ndefu mno. Naweza kuhifadhi tarakimu { $limit }.
    }
line-out-of-range = Tafadhali andika namba kati ya { $start } na { $end }.
line-not-allowed-plain = Jibu hilo halifai kwa swali hili. Tafadhali jaribu jingine.
line-not-a-date = Sijaielewa tarehe hiyo. Iandike hivi: { $example }.
line-ambiguous-date = Tarehe hiyo inaweza kusomeka kwa njia mbili. Andika jina la mwezi, hivi: { $example }.
line-not-a-time = Sijauelewa muda huo. Uandike hivi: 14:30.
line-no-such-choice = Silioni jibu hilo kati ya yaliyopo. Gusa kitufe, au andika maneno yake au namba yake.
line-several-choices = Majibu zaidi ya moja yanafanana na hilo. Gusa unalolitaka.
line-too-long =
    { $limit ->
        [one] Maandishi hayo ni marefu mno. Naweza kuhifadhi herufi { $limit }.
       *[other] Maandishi hayo ni marefu mno. Naweza kuhifadhi herufi { $limit }. Tuma yaliyo muhimu zaidi.
    }
line-answer-needed = Nahitaji jibu hapa ili tuendelee.
line-media-not-taken = Siwezi kutumia faili kwa swali hili. Tafadhali gusa kitufe au andika.
line-not-to-keep =
    { $purpose ->
        [photo] Familia hii haitaki picha zihifadhiwe, kwa hiyo yako haikuhifadhiwa. Tafadhali andika kwa maneno.
       *[voice] Familia hii haitaki ujumbe wa sauti uhifadhiwe, kwa hiyo wako haukuhifadhiwa. Tafadhali andika kwa maneno.
    }
line-may-keep =
    { $purpose ->
        [photo] { $given ->
            [yes] Picha zinaweza kuhifadhiwa
           *[no] Picha hazihifadhiwi
        }
       *[voice] { $given ->
            [yes] Ujumbe wa sauti unaweza kuhifadhiwa
           *[no] Ujumbe wa sauti hauhifadhiwi
        }
    } – { $listened ->
        [yes] { $listener }, { $when }, kwenye simu ya { $name }
       *[no] { $name }, { $when }
    }
line-ask-to-keep = Picha au ujumbe wako wa sauti umehifadhiwa. Familia bado haijaulizwa kama inakubali: tafadhali iulize. Inaweza kukataa, na hilo haliigharimu chochote.
line-file-too-large = Faili hilo ni kubwa mno. Tuma lililo fupi zaidi, lisizidi MB 20.
line-media-needed = Tafadhali tuma hapa ujumbe wa sauti, picha au faili.
line-text-not-taken = Maandishi hayafai hapa. Tafadhali gusa kitufe au tuma ninachoomba.
line-slip-help =
    { $skip ->
        [yes] Usijali. Unaweza kuruka swali hili, au kusitisha kidogo na kumuuliza msimamizi wako. Majibu yako yamehifadhiwa.
       *[no] Usijali. Unaweza kusitisha kidogo na kumuuliza msimamizi wako. Majibu yako yamehifadhiwa.
    }
line-sticker-thanks = Asante sana!
line-not-an-answer = Siwezi kutumia hilo kama jibu. Tafadhali gusa kitufe au andika.
line-ask-forwarded = Je, ujumbe huu uliosambazwa ndio jibu lako?

## Check and receipt

line-check-title = { $title } · { $code } · hakiki majibu yako
line-ask-send = Je, kila kitu kiko sawa?
line-report-sent = Ripoti ya { $code } imetumwa.
line-receipt =
    { $corrected ->
        [yes] Imehifadhiwa: { $code }. Ripoti iliyorekebishwa ndiyo inayotumika sasa. Ziara ijayo: { $day }. Asante.
       *[no] Imehifadhiwa: { $code }. Ziara ijayo: { $day }. Asante.
    }
line-received =
    { $corrected ->
        [yes] Imehifadhiwa: { $title } · { $code }. Ripoti iliyosahihishwa ndiyo inayohesabiwa sasa. Asante.
       *[no] Imehifadhiwa: { $title } · { $code }. Asante.
    }
line-receipt-help = Kuna kosa? Unaweza kuitengua ndani ya dakika 10. Pia unaweza kuirekebisha baadaye.
line-undone = Ripoti ya { $code } imetenguliwa. Haihesabiki tena. Kama ilichukua nafasi ya ripoti ya awali, ile ya awali inahesabika tena.
line-undo-too-late = Muda wa kutengua umepita. Unaweza kuirekebisha ripoti.
line-report-closed = Ripoti hii tayari ilibadilishwa au kutenguliwa.
line-ask-reason = Kwa nini ripoti ya { $code } inahitaji kurekebishwa sasa? Sentensi moja inatosha.

## Alerts

# unasked
line-alert-push =
    { $count ->
        [one] Jambo { $count } linakuhitaji sasa. { $code }
       *[other] Mambo { $count } yanakuhitaji sasa. { $code }
    }
# unasked
line-alert-still =
    { $count ->
        [one] Jambo 1 bado linakuhitaji. { $code }. Hakuna aliyelichukua kwa dakika { $count }.
       *[other] Jambo 1 bado linakuhitaji. { $code }. Hakuna aliyelichukua kwa dakika { $count }.
    }
# unasked
line-alert-still-hours =
    { $count ->
        [one] Jambo 1 bado linakuhitaji. { $code }. Hakuna aliyelichukua kwa saa { $count }.
       *[other] Jambo 1 bado linakuhitaji. { $code }. Hakuna aliyelichukua kwa saa { $count }.
    }
# unasked
line-alert-still-days =
    { $count ->
        [one] Jambo 1 bado linakuhitaji. { $code }. Hakuna aliyelichukua kwa siku { $count }.
       *[other] Jambo 1 bado linakuhitaji. { $code }. Hakuna aliyelichukua kwa siku { $count }.
    }
# unasked
line-outcome-missing =
    { $count ->
        [one] Jambo 1 linakuhitaji tena. { $code }. Lilichukuliwa saa { $count } iliyopita, na hakuna kilichoandikwa tangu hapo.
       *[other] Jambo 1 linakuhitaji tena. { $code }. Lilichukuliwa saa { $count } zilizopita, na hakuna kilichoandikwa tangu hapo.
    }
# unasked
line-outcome-missing-days =
    { $count ->
        [one] Jambo 1 linakuhitaji tena. { $code }. Lilichukuliwa siku { $count } iliyopita, na hakuna kilichoandikwa tangu hapo.
       *[other] Jambo 1 linakuhitaji tena. { $code }. Lilichukuliwa siku { $count } zilizopita, na hakuna kilichoandikwa tangu hapo.
    }
# unasked
line-nobody-yet = { $code }: bado hakuna aliyejibu. Naendelea kuita. Tafadhali mpigie simu msimamizi wako au meneja sasa.
line-call-emergency = Ikiwa haiwezi kusubiri, piga namba ya dharura.
line-call-one-of = Ikiwa haiwezi kusubiri, piga mojawapo ya namba hizi:
line-details-asked = Maelezo uliyoomba: { $code }
line-alert-about =
    { $named ->
        [yes] { $code } ({ $alias })
       *[no] { $code }
    }
    .by = Hatari imeripotiwa na { $reporter }, { $when }
line-alert-open = Bado hakuna aliyelichukua jambo hili.
# unasked
line-alert-taken = Habari kuhusu { $code }: kuna aliyelichukua na anachukua hatua sasa. Ukipata habari zaidi, mwambie moja kwa moja.
    .by = Aliyelichukua: { $name }
line-alert-yours = Sasa { $code } iko mikononi mwako. Wengine wamejulishwa. Asante.
line-family-not-safe = Familia inasema: hatuko salama.
line-family-wants-call = Familia inasema: hatuko salama. Wanaomba wapigiwe simu.
line-alert-outcome =
    { $ends ->
        [yes] Imekwisha. Imeandikwa na { $name }, { $when }
       *[no] Bado haijaisha. Imeandikwa na { $name }, { $when }
    }
# unasked
line-alert-looked-after = { $code }: lililoripotiwa limeshughulikiwa. Asante.
# unasked
line-alert-more = { $code }: kuna jambo jipya la kusoma kuhusu lililoripotiwa.
line-alerts-stand = Tahadhari hizi bado hazijafikia mwisho:
line-danger-stands =
    { $taken ->
        [yes] Hatari iliripotiwa { $day } – { $name } analishughulikia
       *[no] Hatari iliripotiwa { $day } – bado hakuna aliyelichukua
    }
line-danger-was =
    { $which ->
        [reported] { $day }: hatari iliripotiwa – { $name }
        [taken] { $day }: hatari ilichukuliwa – { $name }
       *[ended] { $day }: hatari imekwisha – { $name }
    }

## A family's own call

line-ask-not-safe = Je, wewe au mtoto mko hatarini sasa? Ukisema ndiyo, watu wanaoweza kusaidia wanajulishwa mara moja. Hatumwambii mtu yeyote nyumbani kwenu.
line-ask-clear =
    Ufute mazungumzo haya? Tuliyoandika sote siku mbili zilizopita yatafutwa.

    Uliyoiambia timu yako yanabaki kwao, na hakuna anayeambiwa kwamba umefuta.

    Ya zamani zaidi siwezi kuyafuta. Kufuta yote, bonyeza kwa muda mrefu mazungumzo haya katika orodha, kisha chagua Futa.
line-no-help-here = Siwezi kumjulisha mtu kutoka hapa. Ukiwa hatarini, piga namba ya dharura au nenda kwa mtu unayemwamini.
line-call-reached =
    { $count ->
        [one] Mtu { $count } anayeweza kusaidia amejulishwa sasa hivi. Umefanya vyema.
       *[other] Watu { $count } wanaoweza kusaidia wamejulishwa sasa hivi. Umefanya vyema.
    }
line-call-reached-nobody = Kwa sasa hakuna aliyepatikana. Wito wako umehifadhiwa na utaonekana. Ukiweza, piga namba ya dharura sasa, au nenda kwa mtu unayemwamini.
line-called-already = Tayari wanajua. Wito mmoja unatosha.
line-call-next =
    { $call ->
        [yes] Mmoja wao analishughulikia na atakupigia simu. Hatutakuandikia kuhusu jambo hili, ili asisome mtu mwingine.
       *[no] Mmoja wao analishughulikia na atatafuta njia salama ya kukufikia. Hatutakuandikia kuhusu jambo hili, ili asisome mtu mwingine.
    }
line-call-more = Ukipenda, eleza zaidi hapa: andika, au tuma ujumbe wa sauti. Si lazima. Unaweza kufuta mazungumzo haya wakati wowote.
line-call-noted = Asante. Imehifadhiwa, na wamejulishwa kuwa kuna zaidi.
line-call-full = Asante. Nimehifadhi yote niwezayo. Mengine mwambie mtu atakayekufikia.

## Kufungua kesi

line-ask-alias = Wanaoifahamu familia wanaiitaje? Andika maneno machache yanayokuwezesha wewe na wenzako kuitambua, si jina kamili. Kwanza naangalia kama tayari inajulikana.
line-some-alike = “{ $name }”: je, ni mojawapo ya hizi?
line-alike-elsewhere = { $code } ina jina linalofanana, lakini si yako. Kabla ya kufungua kesi mpya, muulize msimamizi wako.
line-none-alike = Hakuna kesi ya timu yako yenye jina linalofanana na “{ $name }”. Nifungue mpya?
line-case-opened = Kesi { $code } imefunguliwa, na wewe ndiye unayeiongoza. Anza na mawasiliano ya kwanza ukishazungumza na familia.

## Self-referral

# unasked
line-help-asked = Kuna mtu anayeomba msaada: { $code }
line-help-follows = Timu inasoma ombi lako sasa na kuamua nani atakayewasiliana nawe, kwa njia uliyosema ni salama. Kuomba hakugharimu chochote, na unaweza kuacha wakati wowote.
line-help-waits = { $code }: timu imepokea ulichotuma. Mtu atawasiliana nawe.
line-nobody-leads = Bado hakuna anayeongoza kesi hii.

## Kualika

line-ask-invite-role = Unamwalika nani kwenye timu? Ili kumwalika mtu wa familia, fungua kadi yake.
line-ask-invite-team = Unamwalika mtu kwenye timu gani?
line-ask-invite-case = Unamwalika mtu kwa ajili ya familia gani?
line-ask-invite-kin = Unamwalika nani kwa ajili ya { $code }?
line-ask-vouch = Mtoto anaweza kuwa na njia yake mwenyewe kuanzia miaka { $years } hivi. Je, mtoto amesema anataka na anajua anaweza kuacha wakati wowote? Na mlezi amekubali? Nitamuuliza mtoto tena kwa maneno yanayomfaa.
line-no-invite = Hakuna mtu unayeweza kumwalika hapa. Muulize msimamizi wako.
line-invited = Ujumbe unaofuata ndio mwaliko. Mtumie mtu huyo mmoja tu. Unafanya kazi mara moja, hadi { $day }. Ukitumika, nitakuuliza kama ni mtu sahihi; kabla hujasema ndiyo, haoni chochote.
line-invited-to-ask = Ujumbe unaofuata ndio mwaliko. Utume kwa familia hiyo moja tu. Unafanya kazi mara moja, hadi { $day }. Anayeutumia haoni kumbukumbu za mtu yeyote, na anaweza kuomba msaada wa timu yako papo hapo. Nitakujulisha ukitumika.
line-invitation =
    { $linked ->
        [yes] Mwaliko wa { -brand }, kwa ajili yako tu. Unafanya kazi mara moja, hadi { $day }. Fungua kiungo hiki na ubonyeze Anza:
       *[no] Mwaliko wa { -brand }, kwa ajili yako tu. Unafanya kazi mara moja, hadi { $day }. Iandikie bot hivi:
    }
line-invitation-code =
    { $linked ->
        [yes] Au andika msimbo huu kwa { $bot }; unafanya kazi hadi { $day }, { $time }:
       *[no] Au iandikie bot msimbo huu; unafanya kazi hadi { $day }, { $time }:
    }
line-number-offered = Unajua nambari yake ya simu? Iongeze, na ataanza mara tu akishiriki nambari hiyo hiyo.
line-ask-number = Nambari ya simu ya unayemwalika ni ipi? Iandike, au nitumie kadi yake ya simu.
line-number-use = Atakayefungua mwaliko ataombwa kushiriki nambari yake mwenyewe; ikiwa ni hiyo hiyo, anaanza papo hapo. Siihifadhi, ila alama tu ambayo hakuna anayeweza kuigeuza iwe nambari tena.
line-number-unclear = Sioni nambari ya simu hapo. Iandike pamoja na msimbo wa nchi, kwa mfano +254 700 123 456.
line-number-noted = Nimeandika. Atakayefungua mwaliko ataombwa kushiriki nambari yake mwenyewe. Ikiwa ni hii, anaanza papo hapo; kama sivyo, nitakuuliza kwanza.
line-number-too-late = Mwaliko huu hauwezi kuongezewa nambari tena: kuna aliyeutumia, au muda wake umekwisha.
line-ask-to-share = Aliyekualika alitoa nambari ya simu. Shiriki yako kwa kitufe kilicho hapa chini: ikiwa ni hiyo hiyo, unaweza kuanza papo hapo.
line-share-use = Ninailinganisha tu, siihifadhi. Unaweza pia kuendelea bila kushiriki; basi nitamuuliza aliyekualika.
line-share-by-button = Tafadhali tumia kimoja cha vitufe viwili vilivyo hapa chini. Cha kwanza tu ndicho kinachonionyesha kwamba nambari ni yako.
line-number-same = Asante. Ndiyo nambari iliyotarajiwa.
line-number-answer =
    { $answer ->
        [same] Ameshiriki nambari uliyotoa.
        [other] Ameshiriki nambari ambayo si uliyotoa.
        [foreign] Ametuma kadi ya simu isiyo yake.
       *[withheld] Hakushiriki nambari.
    }
# unasked
line-newcomer-matched = Kuna aliyetumia mwaliko wako na kushiriki nambari uliyotoa. Anaweza kuanza sasa.
# unasked
line-newcomer-joined = Kuna aliyetumia mwaliko wako. Tafadhali angalia kama ni mtu sahihi.
line-asker-joined = Mtu uliyempa msimbo wa kuomba msaada amefika. Sasa anaweza kuuomba; huhitaji kufanya lolote.
line-newcomer-asked = Maelezo uliyoomba. Yaangalie mahali ambapo hakuna mwingine anayesoma.
line-newcomer-about =
    { $coded ->
        [yes] { $name } – { $as }, { $code }. Je, ndiye uliyemkusudia?
       *[no] { $name } – { $as }. Je, ndiye uliyemkusudia?
    }
line-newcomer-in = { $name } anaweza kuanza sasa. Ukigundua si mtu sahihi, mfungie hapa.
line-newcomer-out = { $name } hana ruhusa tena. Kumwalika mtu sahihi, tuma /invite.
line-newcomer-not-here = { $name } hana nafasi katika kesi hii. Mengine aliyo nayo hapa hayabadiliki.
line-waits-for-yes = Asante. Aliyekualika atathibitisha kwamba ni wewe. Kabla ya hapo sionyeshi chochote hapa. Nitakuandikia.
line-place-waits = Asante. Aliyekualika atathibitisha kwamba ni wewe. Kisha utaiona hapa pia. Nitakuandikia.
line-place-already = Tayari wewe ni sehemu ya hili. Mwaliko haujatumika; hakuna kingine kinachohitajika.
line-account-already = Tayari una akaunti hapa, na mwaliko huu ni wa mtu asiye nayo. Haujatumika. Ikiwa jambo limebadilika kwako, zungumza na aliyekupa.
# unasked
line-may-begin = Unaweza kuanza sasa. Tuma /menu uone kilicho chako.
line-child-words =
    Hapa unaweza kusoma mliyokubaliana, kusema mambo yanaendaje, na kusema unapohitaji msaada.

    Ninahifadhi jina lako, lugha yako na unachoandika au kusema hapa. Watu wanaofanya kazi nawe na familia yako wanaweza kukisoma. Hakuna mwingine.

    Ukiandika kwamba huko salama, wataambiwa, kwa sababu wanataka kukulinda.

    Wewe ndiye unayeamua kama unataka. Unaweza kusema hapana. Unaweza kuacha wakati wowote, bila kutoa sababu. Hakuna atakayekasirika, na hupotezi chochote.

    Usipoelewa jambo, muulize mtu aliyekualika.
## Review of reports

# unasked
line-approval-waits = Kuna jambo linalosubiri idhini yako: { $code }
line-approval-asked =
    { $count ->
        [0] Itahesabiwa msimamizi akiidhinisha. Sikuweza kumpata msimamizi mwingine; tafadhali mpigie simu.
       *[other] Itahesabiwa msimamizi akiidhinisha. Wasimamizi wameombwa, nitakujulisha.
    }
line-approved-already = { $code }: hii imeidhinishwa, haibadiliki tena. Kama kuna kosa, zungumza na msimamizi wako.
line-nothing-to-read = Ripoti zote zimesomwa.
line-reviews-title = Ripoti za kusoma
line-review-of = { $code } · { $title } – { $name }, { $when }
line-signal =
    { $asked ->
        [yes] { $which ->
            [soon] Hii ni ziara ya pili ndani ya saa 8. Je, ni sahihi?
            [same] Majibu yote ni sawa na ya mara iliyopita. Je, ni sahihi?
            [unseen] Mtoto hakuonekana katika ziara za mwisho. Je, utaweza kumwona wakati ujao?
           *[quick] Ripoti hii imechukua chini ya sekunde 20. Je, inasema yote unayotaka kusema?
        }
       *[no] { $which ->
            [soon] Ziara ya pili ndani ya saa 8
            [same] Majibu sawa na ya mara iliyopita
            [unseen] Mtoto hakuonekana katika ziara za mwisho
           *[quick] Imejazwa chini ya sekunde 20
        }
    }
factor-name =
    { $which ->
        [food] chakula
        [nutrition] ukuaji
        [home] makazi
        [care] malezi
        [safety] usalama
        [legal] nyaraka na haki
        [health] afya
        [treatment] matibabu
        [feelings] hisia
        [behaviour] kuelewana na wengine
        [learning] kujifunza
       *[school] shule
    }
line-fell = { $factor }: { $from } → { $to }
line-fell-noted = Chini kuliko tathmini iliyopita. Msimamizi wako anaisoma pia, ili usibaki peke yako na jambo hili.
line-come-first = Haya yatangulie sasa: { $factors }. Lengo kwa ajili yake linaanzia hapa, pamoja na familia:
line-said =
    { $which ->
        [accepted] Imesomwa na { $name }, { $when }
        [asked] { $name } anauliza, { $when }:
        [answered] { $name } anajibu, { $when }:
        [flagged] Imewekwa alama na { $name }, { $when }:
        [approved] Imeidhinishwa na { $name }, { $when }
       *[returned] Imerudishwa na { $name }, { $when }:
    }
line-ask-words =
    { $which ->
        [asked] Ungependa kujua nini kuhusu { $code }?
        [answered] Jibu lako kuhusu { $code }: liandike au tuma ujumbe wa sauti.
        [flagged] Kwa nini { $code } inahitaji mazungumzo? Wasimamizi tu watasoma.
       *[returned] Nini kibadilike kabla { $code } haijaidhinishwa?
    }
line-said-of =
    { $which ->
        [accepted] { $code } imewekwa kuwa imesomwa. Shukrani ziko kwenye menyu ya aliyeituma.
        [asked] Swali lako kuhusu { $code } limetumwa.
        [answered] Asante. Jibu lako kuhusu { $code } limetumwa.
        [flagged] { $code } imewekwa alama. Aliyeituma atajua kwamba ungependa kuzungumza.
        [approved] { $code } imeidhinishwa na inahesabiwa kuanzia sasa.
       *[returned] { $code } imerudishwa pamoja na swali lako.
    }
# unasked
line-review-news =
    { $which ->
        [accepted] Ripoti yako { $code } imesomwa. Asante.
        [asked] Kuna swali kuhusu ripoti yako: { $code }
        [answered] Kuna jibu kuhusu ripoti: { $code }
        [flagged] Kuhusu ripoti yako { $code }: msimamizi wako angependa kuzungumza nawe. Imehifadhiwa ulivyoituma. Asante kwa kazi yako.
        [approved] Imeidhinishwa na inahesabiwa: { $code }. Asante.
       *[returned] Bado haijaidhinishwa, kuna swali: { $code }
    }
line-already-said = Jambo hili limeshamalizwa.
line-not-your-own = Uliituma wewe mwenyewe, kwa hiyo msimamizi mwingine anaitazama.
line-own-alone = Uliituma wewe mwenyewe, na timu haina msimamizi mwingine. Unaweza kuidhinisha; hilo linaandikwa.
line-reports-read =
    { $count ->
        [one] Ripoti yako { $count } imesomwa na kukubaliwa katika siku 7 zilizopita. Asante.
       *[other] Ripoti zako { $count } zimesomwa na kukubaliwa katika siku 7 zilizopita. Asante.
    }

## Kuondoka, na taarifa zako

role-name =
    { $which ->
        [family] familia
        [volunteer] mjitolea
        [caseworker] mfanyakazi wa kesi
        [supervisor] msimamizi
       *[manager] meneja
    }
line-ask-leave = Unataka kuondoka? Hutaona chochote tena mara moja. Ulichoripoti kinabaki kwenye kumbukumbu za familia. Anayepata msaada anaendelea kuupata. Kurudi, utahitaji mwaliko mpya.
line-goodbye = Umeondoka. Asante kwa yote. Sitakuandikia tena.
line-last-on-duty = Ukiondoka sasa hakuna mwingine atakayepata taarifa za dharura. Kwanza mpate mtu wa kuchukua nafasi yako, kisha tuma /leave tena.
# unasked
line-colleague-left = Mtu wa timu yako ameondoka. Kazi zilizokuwa zake sasa zinamsubiri mtu mwingine; tafadhali angalia ni nani atakayezichukua. Jina lake: { $name }
line-own-title = Kinachohifadhiwa kukuhusu
line-own-person =
    { $in_team ->
        [yes] { $name } – { $role }, { $team }
       *[no] { $name } – { $role }
    }
line-own-account = Namba ya Telegram { $user }; lugha { $language }; saa za { $city }
line-own-consent = Ulikubali maneno ya faragha (toleo la { $version }) { $when }
line-own-reports = Ripoti zilizotumwa: { $sent }; rasimu zilizo wazi: { $open }
line-own-rest = Pia vinahifadhiwa: maneno uliyoripoti, na nani alifanya nini na lini. Ili kuyasoma au kuyasahihisha, muulize anayeongoza kesi.
line-ask-erasure = Unataka kuomba taarifa zako zifutwe? Mtu ataangalia na kukujibu ndani ya siku { $days }. Ulichoripoti kuhusu familia huenda kikabaki kwenye kumbukumbu yake.
line-erasure-asked = Ombi lako la kufutwa limeandikwa. Utajibiwa kabla ya { $day }. Hadi hapo yote yanaendelea; kumaliza ruhusa yako sasa, tuma /leave.
# unasked
line-erasure-waits = Kuna ombi linakusubiri: tafadhali lijibu kabla ya { $day }.
line-erasure-about = { $name } – { $role } – aliomba taarifa zake zifutwe, { $when }. Jibu kabla ya { $day }. Bonyeza kitufe zikishafutwa, au ukishamwambia kinachopaswa kubaki na kwa nini.
## Hand-over

line-people-title = Walio pamoja na { $code }
line-family-objected = Familia ingependa mtu mwingine badala ya { $name }.
line-ask-who = Nani anachukua { $code }?
line-ask-who-for-all = Nani anachukua kesi zote za { $name } ({ $count })? Asizoweza kuchukua zinabaki zilipo.
line-team-title = Timu yako. Chagua kesi za nani zihamie kwa mwingine.
line-nobody-else = Hakuna mtu wa kuchagua.
line-place-changed = { $code }: imefanyika. Wote wanaohusika wanajulishwa.
line-caseload-moved = Kesi zilizokabidhiwa: { $count }. Wote wanaohusika wanajulishwa.
# unasked
line-place-news =
    { $which ->
        [given] Kuanzia sasa uko pamoja na { $code }. Kwanza soma yaliyokubaliwa.
        [taken] { $code } iko mikononi mwa mwingine kuanzia sasa. Asante kwa yote. Kama ulikuwa umeanza ripoti yake, inabaki kwako, lakini haiwezi kutumwa tena.
        [family] Kuna mtu mpya kwa ajili yenu: { $code }. Mnaweza kukataa; hakuna gharama yoyote.
       *[objection] Kuna ombi la mtu mwingine: { $code }. Tafadhali zungumza nao.
    }
# unasked
line-caseload-given = Kesi zilizo zako kuanzia sasa: { $count }. Kwanza soma yaliyokubaliwa.
# unasked
line-caseload-taken = Kesi zilizo mikononi mwa mwingine kuanzia sasa: { $count }. Asante kwa yote. Kama ulikuwa umeanza ripoti zake, zinabaki kwako, lakini haziwezi kutumwa tena.
line-objection-sent = { $code }: asante kwa kusema. Msimamizi amejulishwa na atazungumza nanyi. Hampotezi chochote.
line-brief-title =
    { $named ->
        [yes] Ya kujua kuhusu { $code } · { $alias }
       *[no] Ya kujua kuhusu { $code }
    }
line-worry = Wasiwasi katika ziara iliyopita: { $words }
line-draft-out-of-reach = Kesi hii iko mikononi mwa mwingine sasa, kwa hiyo hii haiwezi kutumwa tena. Ikiwa ni muhimu, mwambie msimamizi wako.

## Anywhere

line-old-button = Kitufe hicho ni cha ujumbe wa awali. Tafadhali tumia ujumbe wa mwisho.
line-one-at-a-time = Umetuma mengi kwa mara moja. Ninayapitia yote kwa mpangilio. Tafadhali tuma moja baada ya jingine.
line-back-again = Sikupatikana kwa muda. Kama uligusa kitufe wakati huo, tafadhali kiguse tena.
line-noted = Imepokelewa
line-edit-noted = Badiliko lako limehifadhiwa.
line-edit-too-late = Ujumbe huo hauwezi tena kubadilisha ripoti. Unaweza kuirekebisha ripoti yenyewe.
line-nothing-asked = Kwa sasa sisubiri maandishi. Tuma /menu uone unachoweza kufanya.
line-private-only = Tafadhali niandikie faraghani. Sizungumzii kesi kwenye vikundi.
line-not-saved-yet = Bado haijahifadhiwa. Majibu yako yako salama. Nitajaribu tena.
line-not-saved = Sikuweza kuhifadhi hili. Tafadhali litume tena. Likitokea tena, mwambie msimamizi wako.
line-repeated = (marudio) Huenda ujumbe huu tayari unao.

## Buttons: at most 28 characters, the program adds an icon

label-menu = Menyu
label-visit = Ripoti ya ziara
label-visit-case =
    { $due ->
        [overdue] { $code } · tangu { $day }
        [today] { $code } · leo
       *[later] { $code } · { $day }
    }
label-drafts = Rasimu
label-caseload = Kesi
label-plan = Mpango { $code }
label-goal = Lengo la { $number }
label-decide = Amua
label-change-mind = Nimebadili mawazo
label-tick-task = Hatua { $number } imefanyika
label-decide-here = Familia inaamua hapa
label-nudge = Wakumbushe hatua { $number }
label-timeline = Yaliyotokea
label-services = Msaada wa huduma
label-referral = Ombi la { $number }
label-show-packet = Onyesha kinachoshirikiwa
label-find-service = Tafuta huduma
label-another-service = Huduma nyingine
lack-name =
    { $which ->
        [food] Chakula
        [home] Makazi
        [school] Shule
        [health] Afya
        [legal] Sheria
        [feelings] Hisia
        [safety] Usalama
        [income] Kipato
        [documents] Hati
       *[other] Jambo lingine
    }
label-end-share = Ondoa: { $name }
label-show-once = Onyesha sasa
label-languages = Lugha
label-zone = { $city } · { $time }
label-privacy = Faragha
label-help = Msaada
label-agree = Nakubali
label-not-now = Si sasa
label-more = Zaidi
label-earlier = Zilizotangulia
label-back = Rudi
label-skip = Ruka
label-cancel = Acha
label-done =
    { $count ->
        [0] Tayari
       *[other] Tayari ({ $count })
    }
label-ok = Sawa
label-day =
    { $near ->
        [today] Leo
        [yesterday] Jana
        [tomorrow] Kesho
       *[other] { $day }
    }
label-pick-day = Siku nyingine
label-weekday =
    { $day ->
        [Mon] J3
        [Tue] J4
        [Wed] J5
        [Thu] Alh
        [Fri] Ij
        [Sat] J1
       *[Sun] J2
    }
label-month = { $month } { $year }
label-send = Tuma ripoti
label-send-word = Tuma
label-continue = Endelea
label-start-again = Anza upya
label-discard = Futa
label-keep = Weka kwa baadaye
label-correct-that = Ileile, irekebishe
label-another-visit = Ziara nyingine
label-mine = Ndiyo, jibu langu
label-not-mine = Hapana
label-correct = Rekebisha
label-undo = Tengua
label-show = Onyesha
label-i-have-it = Nimelichukua
label-hear = Sikiliza
label-look = Fungua
label-alert-of = Hatari · { $day }
label-not-safe = Siko salama
label-clear-chat = Futa mazungumzo
label-clear-now = Ndiyo, futa
label-tell-them = Ndiyo, wajulishe
label-call-me = Nipigieni simu
label-new-case = Kesi mpya
label-none-of-these = Si mojawapo, fungua mpya
label-open-case = Fungua kesi
label-invite = Alika
label-invite-role =
    { $which ->
        [family] familia inayoomba msaada
        [volunteer] Mjitolea
        [caseworker] Mfanyakazi wa kesi
       *[supervisor] Msimamizi
    }
label-invite-family = Alika familia
label-invite-to-ask = Familia inayoomba msaada
label-ask-for-help = Omba msaada
label-invite-kin =
    { $which ->
        [caregiver] Mlezi
        [child] Mtoto
       *[relative] Ndugu
    }
label-both-agreed = Ndiyo, wote wamekubali
label-add-number = Ongeza nambari ya simu
label-share-number = Shiriki nambari yangu
label-go-on-without = Endelea bila kushiriki
label-right-person = Ndiyo, ndiye
label-wrong-person = Hapana, mfungie
label-waiting =
    { $matter ->
        [decide] Malengo ya kuamua
        [promised] Hatua zako za sasa
        [received] Je, msaada ulifika?
        [still_fine] Mnaendeleaje?
        [reword] Malengo ya kubadilisha
        [review] Mipango ya kupitia
        [follow_up] Maombi ya kufuatilia
        [overdue] Hatua zilizochelewa
        [aftercare] Kuulizia hali
        [unled] Bila kiongozi
       *[quiet] Muda mrefu bila ziara
    } ({ $count })
label-reviews = Ripoti za kusoma ({ $count })
label-accept = Nimesoma, asante
label-ask-about = Uliza
label-flag = Weka alama
label-approve = Idhinisha
label-send-back = Rudisha
label-answer = Jibu
label-question-about = Swali { $code }
label-away = Sitakuwepo
label-i-am-back = Nimerudi
label-their-cases = Wape wengine kesi zake
label-own-record = Taarifa zangu
label-leave = Ondoka
label-leave-now = Ndiyo, ondoka sasa
label-ask-erasure = Omba taarifa zifutwe
label-erase-now = Ndiyo, omba
label-erasure-done = Limeshughulikiwa
label-people = Walio pamoja nao
label-assign = Ongeza mtu
label-end-place = { $name } anaondoka
label-give-place = { $name } anakabidhi
label-give-back = Mrudishie { $name } ({ $count })
label-brief = Ya kujua
label-team = Timu
label-rather-not = Afadhali mtu mwingine

## The phone's command menu: at most 256 characters

command-start = Anza
command-menu = Unachoweza kufanya sasa
command-visit = Toa ripoti ya ziara
command-cases = Ona kesi zako
command-drafts = Endeleza ripoti ambayo haijakamilika
command-reminders = Lini na vipi unakumbushwa
command-profile = Mipangilio ya programu
command-away = Sema kwamba hautakuwepo
command-language = Badilisha lugha
command-privacy = Kinachohifadhiwa na anayekiona
command-help = Jinsi inavyofanya kazi
command-invite = Mwalike mtu
command-mydata = Kinachohifadhiwa kukuhusu
command-clear = Kufuta yaliyoandikwa hapa
command-leave = Kumaliza ruhusa yako
command-cancel = Acha unachofanya sasa

## Dates. Names of months and weekdays come from the program.

date-long = { $weekday } { $day } { $month } { $year }
date-typed = { $day } { $month } { $year }
date-short = { $weekday } { $day } { $month }
date-brief = { $day } { $month }
date-short-year = { $day } { $month } { $year }
day-near =
    { $near ->
        [today] leo
        [yesterday] jana
       *[tomorrow] kesho
    }
day-and-date = { $near }, { $date }
moment = { $day }, { $time }

## Answers in words

media-image = picha
media-audio = ujumbe wa sauti
media-video = video
media-file = faili
not-answered = haijajibiwa

## Words that people type. Separate them with commas; case and accents do not matter.

typed-yes = ndiyo, ndio, naam, eeh, ee, sawa, ok, okay, kweli, yes
typed-no = hapana, la, sio, siyo, no, hakuna, hamna
typed-today = leo
typed-yesterday = jana
typed-tomorrow = kesho
typed-skip = ruka, pita, skip
typed-back = rudi, rudi nyuma, nyuma, back
typed-cancel = acha, ghairi, sitisha, cancel
typed-fillers = tarehe, ya, wa, mwezi
# Twelve months and seven weekdays, from January and from Monday; a semicolon between them, other spellings only.
typed-months = January, mwezi wa kwanza; February, mwezi wa pili; March, Mar, mwezi wa tatu; April, mwezi wa nne; May, mwezi wa tano; June, mwezi wa sita; July, mwezi wa saba; August, Aug, mwezi wa nane; September, Sept, mwezi wa tisa; October, Oct, mwezi wa kumi; November, mwezi wa kumi na moja; December, Dec, mwezi wa kumi na mbili
typed-weekdays = Jtatu, J3; Jnne, J4; Jtano, J5; Alh; Ij; Jmosi; Jpili

# Vikumbusho
line-family-reminded = Kuna jambo la kuangalia, wakati unaokufaa.
line-reminded =
    { $count ->
        [one] Jambo { $count } linakusubiri.
       *[other] Mambo { $count } yanakusubiri.
    }
line-late-in-team =
    { $count ->
        [one] Katika timu yako jambo { $count } limechelewa.
       *[other] Katika timu yako mambo { $count } yamechelewa.
    }
line-late-for-long =
    { $count ->
        [one] Katika mradi jambo { $count } limechelewa kwa wiki moja. Timu inajua.
       *[other] Katika mradi mambo { $count } yamechelewa kwa wiki moja. Timu zinajua.
    }
line-due-is =
    { $rule ->
        [visit] Ziara inatakiwa kufanyika: { $code }
        [review] Ni wakati wa kuangalia mpango tena: { $code }
        [follow_up] Tafadhali uliza msaada ulifikia wapi: { $code }
        [promise] Hatua iliyoahidiwa imefika siku yake: { $code }
        [decide] Lengo linasubiri neno la familia: { $code }
        [answer] Mtu anauliza kuhusu ripoti yako: { $code }
        [aftercare] Ni wakati wa kuulizia hali baada ya kufunga: { $code }
       [quiet] Kumekuwa kimya kwa muda: { $code }
       *[document] Hati itaisha muda karibuni: { $code }
    }
line-due-within = Siku yoyote kuanzia { $first } hadi { $last }. Imepangwa: { $day }
line-due-on = Imepangwa: { $day }
line-because-risk =
    { $last ->
        [none] Sababu: hatari { $risk }, ziara kila siku { $days }.
       *[other] Sababu: hatari { $risk }, ziara kila siku { $days }. Ziara ya mwisho: { $last }
    }
line-because-move = Sababu: mtoto alihama { $day }, kwa hiyo kwa sasa ziara kila siku { $days }.
line-because-agreed = Sababu: siku hii ilikubaliwa kwenye ziara iliyopita.
line-because-chosen = Sababu: kiongozi alichagua siku hii.
line-because-first-contact = Sababu: bado hakuna aliyekutana na familia; hatari ni { $risk }.
line-because-review-every = Sababu: mpango huangaliwa tena kila siku { $days }.
line-because-review-agreed = Sababu: siku hii ilichaguliwa kwa mapitio yajayo.
line-because-follow-up = Sababu: huduma iliombwa, na bado hakuna aliyesema kama ilisaidia.
line-because-promised = Sababu: iliahidiwa kwa siku hii.
line-because-proposed = Sababu: maneno haya yanasubiri tangu { $day }.
line-because-asked = Sababu: swali liliulizwa { $day }.
line-because-closed = Sababu: kesi ilifungwa { $day }.
line-because-expires = Sababu: muda wake unaisha { $day }.
line-because-quiet = Sababu: hakuna mawasiliano na familia tangu { $day }; yanatarajiwa angalau kila siku { $days }.
every-day = Kila siku
line-preferences-title = Jinsi ninavyokukumbusha
line-told-from = { $days } · kuanzia { $morning } · si kati ya { $from } na { $until } · saa za { $city } · { $language }
line-told-between = { $days } · kati ya { $from } na { $until } · saa za { $city } · { $language }
line-next-told = Ujumbe unaofuata: { $moment }, au punde baadaye
line-nothing-planned = Kwa sasa hakuna ujumbe uliopangwa kwako.
line-danger-any-hour = Hatari huarifiwa saa yoyote kwa aliye zamu.
line-only-then = Sikuandikii kamwe nyakati nyingine bila kuombwa. Unaweza kubadilisha hili wakati wowote.
line-ask-morning = Vikumbusho vya siku vije saa ngapi? Chagua, au andika saa nyingine, kama 9:30.
line-ask-days = Naweza kukuandikia siku zipi? Gusa siku ili kuibadilisha.
line-ask-quiet-from = Ninyamaze kuanzia saa ngapi? Chagua, au andika saa nyingine, kama 21:30.
line-ask-safe-from = Naweza kukuandikia kuanzia saa ngapi? Chagua, au andika saa nyingine, kama 16:30.
line-ask-until = Na hadi saa ngapi?
line-preference-set = Asante. Kuanzia sasa itakuwa hivi.
line-zone-set = Saa zako sasa ni za { $city }. Siku zilizopangwa zinabaki zilivyo.
line-in-quiet-hours = Hiyo iko ndani ya saa zako za utulivu. Tafadhali zibadilishe kwanza.
line-hours-too-short = Tafadhali niachie angalau saa moja kwa siku.
line-one-day-at-least = Tafadhali niachie angalau siku moja.
label-preferences = Vikumbusho
label-choose-morning = Saa ya vikumbusho
label-choose-days = Siku
label-choose-quiet = Saa za utulivu
label-choose-hours = Saa
label-time-zone = Ukanda wa saa
label-as-usual = Kama kawaida
line-ask-put-off = Nikuambie tena lini?
line-put-off-to = Nitakuambia tena: { $moment }. Siku iliyopangwa haibadiliki.
line-put-off-too-often = Umeahirisha mara tatu. Tafadhali jibu, au zungumza na msimamizi wako.
line-put-off-too-late = Hiyo itakuwa kuchelewa mno. Tafadhali chagua wakati mwingine, au jibu sasa.
line-late-title = Yaliyochelewa na walio kimya, ya zamani zaidi kwanza
line-nothing-late = Hakuna kilichochelewa, na hakuna aliye kimya. Asante kwa kuitunza timu yako.
line-ask-which-team = Timu gani?
line-late-with-nobody = Bado hakuna mhusika
line-span-days =
    { $count ->
        [one] siku { $count }
       *[other] siku { $count }
    }
line-late-thing =
    { $untold ->
        [yes] { label-reminder } – imechelewa { $days }; hakuna kikumbusho kilichofika
       *[no] { label-reminder } – imechelewa { $days }
    }
line-late-count = Yaliyochelewa: { $things }; lililochelewa zaidi: { $days }
line-quiet-since = Kimya tangu { $day }
line-quiet-means = Kimya: hakuna ripoti kwa zaidi ya mara mbili ya muda mfupi zaidi kati ya ziara za kesi zake.
line-days-late = Imechelewa { $days }
line-never-told = Hakuna kikumbusho cha jambo hili kilichomfikia kwa wakati.
line-not-reached-here = Hawezi kuandikiwa hapa kwa sasa. Labda umpigie simu.
# unasked
line-how-does-it-go = Msimamizi wako anauliza mambo yanaendaje na { $code }. Kama kuna kinachokuzuia, mwambie: pamoja mtapata njia.
line-asked-now = { $name } anaulizwa mambo yanaendaje, kwa maneno ya upole.
line-asked-later = { $name } ataulizwa katika saa zake: { $moment }.
line-asked-already = { $name } huulizwa kuhusu hili mara moja tu kwa siku, na ameshaulizwa.
line-ask-they-back-on = { $name } atarudi siku gani? Hadi hapo hakumbushwi. Chagua siku, au andika nyingine, kama 16 Machi.
# unasked
line-away-for-you = Msimamizi wako ameandika kwamba haupo, na utarudi { $day }. Hadi hapo hakuna kinachotarajiwa kwako.
line-away-for-noted = Imeandikwa: { $name } atarudi { $day }, naye anaambiwa. Tafadhali chagua atakayeshika nafasi yake.
label-late-and-quiet = Kuchelewa na ukimya
label-ask-after = Uliza inaendaje
label-give-on = Mpe mwingine
label-they-are-away = Hayupo
label-reminder =
    { $rule ->
        [visit] { $code } · ziara
        [review] { $code } · mpango
        [follow_up] { $code } · msaada
        [promise] { $code } · ahadi
        [decide] { $code } · lengo
        [answer] { $code } · swali
        [aftercare] { $code } · hali
       [quiet] { $code } · mawasiliano
       *[document] { $code } · hati
    }
label-later = Baadaye
label-done-already = Tayari imefanyika
label-cannot-go = Siwezi kwenda
label-put-off =
    { $when ->
        [hour] Baada ya saa moja
        [evening] Jioni hii
       *[tomorrow] Kesho
    }

# Settings of the programme
line-settings-file = Mipangilio ya programu, toleo la { $version }
line-ask-settings = Badilisha thamani katika faili hili, lihifadhi kama CSV na ulitume hapa. Kwanza nitakuonyesha nini kitafuata. Hakuna kinachobadilika kabla hujasema.
line-settings-for-managers = Mipangilio iko mikononi mwa wanaoendesha programu.
line-file-not-asked = Ninahifadhi faili pale tu ninapoliomba, kwa hiyo sikulihifadhi hili.
line-settings-looking = Ninaangalia faili lako. Hakuna kinachobadilika bado.
line-settings-unreadable =
    { $why ->
        [other_kind] Tafadhali tuma mipangilio kama faili la CSV.
        [too_large] Faili hili ni kubwa mno kwa mipangilio. Tafadhali tuma faili la CSV nililokupa.
        [workbook] Hiki ni kitabu cha hesabu. Tafadhali kihifadhi kama CSV na utume hiyo.
        [not_text] Siwezi kusoma faili hili. Tafadhali lihifadhi kama CSV kwa UTF-8 na ulitume.
        [lost] Telegram haikunipa faili. Tafadhali litume tena.
       *[not_settings] Sioni mipangilio katika faili hili. Tafadhali tuma faili la CSV nililokupa.
    }
line-settings-wrong =
    { $count ->
        [one] Mstari mmoja bado haufai. Hakuna kilichobadilika.
       *[other] Mistari { $count } bado haifai. Hakuna kilichobadilika.
    }
line-settings-problem = Mstari { $row }, { $column }:
settings-unknown = hakuna mpangilio “{ $name }”. Chukua majina kutoka faili nililokupa.
settings-twice = { $name } iko tayari katika mstari { $row }. Bakiza mmoja.
settings-crowded = { $name } ina thamani zaidi ya moja. Bakiza moja, ndani ya alama za nukuu ikiwa ina koma.
settings-cell = { $name } haiwezi kuwa “{ $given }”.
settings-clash = { $name } haiendani na nyingine.
settings-right =
    { $kind ->
        [number] Andika namba kamili kutoka { $from } hadi { $until }.
        [minutes] Andika dakika, kutoka { $from } hadi { $until }.
        [hours] Andika saa, kutoka { $from } hadi { $until }.
        [time] Andika saa ya siku, kama 08:00 au 20:30.
        [within] Andika hadi saa 72 au hadi siku 30, kama 24 hours au 3 days.
        [weekdays] Andika siku za wiki, kama mon tue wed.
        [dates] Andika tarehe zenye nafasi kati yake, kama 2026-12-25 2026-12-26.
        [holiday] Andika mojawapo: { $words }.
        [numbers] Andika hadi majina 8 na namba zao, na ; kati yake, kama Police 999; Childline 116.
       *[as_sent] Iache kama ilivyo katika faili nililokupa.
    }
settings-sense =
    { $clash ->
        [visits] Hatari ya juu zaidi inahitaji siku sawa na hatari ya chini, au chache zaidi.
        [phases] Kila kipindi baada ya kuhama kiishe baada ya kile kilichotangulia.
        [contact] Kesi mpya yenye hatari ya juu hukutanwa mapema kama ile ya hatari ya chini, au mapema zaidi.
        [last] Kikumbusho cha mwisho kije kabla ya ziara inayofuata. Kumbusha mapema au tembelea mara chache zaidi.
        [ahead] Kikumbusho cha kwanza kije baada ya ziara iliyotangulia. Kumbusha baadaye au tembelea mara chache zaidi.
        [after] Kikumbusho cha mwisho kije baada ya kile kilichotangulia.
        [above] Wasimamizi husikia kwanza kuhusu hatari ya juu, kisha nyingine, na mameneja mwishoni.
        [quiet] Saa za utulivu ziache angalau saa moja ya kuandika.
        [morning] Vikumbusho vya siku vije nje ya saa za utulivu.
        [family_hours] Acha angalau saa moja ambayo familia zinaweza kuandikiwa.
        [family_days] Taja angalau siku moja.
        [weekend] Acha angalau siku moja ya kazi.
       *[later] Mara ya pili ije baada ya ya kwanza.
    }
line-settings-more = … na { $count } zaidi
line-settings-old = Faili hili limetokana na toleo la { $from }, na toleo la { $now } ndilo linalotumika. Lingefuta yaliyobadilishwa tangu hapo, kwa hiyo sikubadilisha chochote. Tafadhali chukua faili la sasa.
line-settings-same = Faili hili linasema yanayotumika tayari. Hakuna kilichobadilika.
line-settings-effect = Faili lako ni sahihi. Iwe hivi kuanzia sasa?
line-settings-change = { $name }: { $before } → { $after }
line-settings-move =
    { $rule ->
        [visit] Ziara: { $parts }
        [review] Mapitio ya mpango: { $parts }
        [follow_up] Ufuatiliaji wa huduma: { $parts }
        [promise] Hatua zilizoahidiwa: { $parts }
        [decide] Malengo yanayosubiri familia: { $parts }
        [answer] Maswali kuhusu ripoti: { $parts }
        [aftercare] Kujulia hali baada ya kufungwa: { $parts }
       [quiet] Familia zilizo kimya: { $parts }
       *[document] Nyaraka: { $parts }
    }
settings-earlier = { $count } mapema zaidi
settings-later = { $count } baadaye
settings-new = { $count } mpya
settings-gone = { $count } zinaondoka
line-settings-nothing-moves = Hakuna tarehe inayosogea.
line-settings-retold = Vikumbusho vinakuja saa nyingine au siku nyingine.
line-settings-days-off-kept = Vikumbusho bado vinakuja siku hizo. Ili kubadilisha, andika “next working day” au “previous working day” kwenye on_holiday.
line-settings-set = Toleo la { $version } linatumika. Tarehe zitafuata ndani ya dakika chache.
line-settings-left = Kila kitu kinabaki kama kilivyo.
line-settings-meanwhile = Mipangilio ilibadilishwa wakati huo huo, kwa hiyo faili lako halikubadilisha chochote. Tafadhali chukua faili la sasa.
label-settings = Mipangilio
label-settings-file = Faili la sasa
label-use-settings = Tumia hii
label-leave-settings = Acha kama ilivyo
