### The bot's own words in English. Every other language follows this file.
### Icons, bold and line spacing come from the program.
### Messages marked "unasked" reach people who did not ask: the code within the first 60 characters, nothing about a
### family, and no name but a colleague’s, behind the first 100 characters.

-brand = Kinkeeper
language-name = English

## Joining

line-welcome = Welcome to { -brand }. I help you report your visits, step by step.
line-welcome-family = Welcome to { -brand }. Here you can read what was agreed, say how it is going, and decide yourself.
line-welcome-to-ask = Welcome to { -brand }. Here you can ask for help for your family. Three short questions come first.
line-ask-language = Which language do you prefer?
line-ask-zone = Where are you? In { $city } it is now { $time }. Choose the place that has your time, or type the name of a city near you.
line-zone-unknown = I do not know that city. Type a big city in your time zone, for example Nairobi.
line-privacy-words =
    What I keep: your name, your Telegram account, your language, what you write, and the reports you send, with voice notes and photos. I keep it so that families get the support they need.

    Who sees it: you, the staff responsible for the case, and the few people who run this service. Who opens a danger alert is recorded.

    How it is protected: names, notes, voice and photos are stored encrypted. Telegram carries our messages, so Telegram can see them. Write case codes instead of names.

    How long: an unfinished draft closes after 7 days, unless it reports danger. What you send stays, encrypted, until the programme deletes it.

    Your rights: you may ask to see your data and to have it corrected or deleted, and you may stop at any time. Send /mydata or /leave.

    Families may refuse. Refusing costs them nothing: they keep every service.
line-ask-consent = Do you agree?
line-not-agreed = That is all right. I have saved nothing new. Without your agreement I cannot take reports. You can agree later with /privacy.
line-invitation-only = Hello. { -brand } works by invitation. If somebody gave you a code, write it here. If not, ask whoever works with you for an invitation.
line-invitation-wrong = This invitation does not work. If you typed a code, check each letter and digit. If not, ask whoever invited you for a new one.
line-access-ended = Your access to { -brand } has ended; if you have a question, ask the supervisor you worked with.
line-language-set = From now on I write in English.

## Menu

line-menu-title = What would you like to do?
line-visits-due =
    { $count ->
        [one] { $count } visit is due.
       *[other] { $count } visits are due.
    }
line-nothing-due = No visit is due today.
line-drafts-open =
    { $count ->
        [one] { $count } draft is open.
       *[other] { $count } drafts are open.
    }
line-help-words =
    { $role ->
        [family] Here you read what was agreed for your family, in your own words. You decide on each goal, say how it is going, and ask for help. You may say no to anything; it costs nothing.
        [caseworker] I keep your cases together: what is due, what was reported, and what each family has decided. Each form is one short question at a time.
        [supervisor] I tell you at once of danger. I show what your team reported, what is late, and who needs you.
        [manager] Here you invite people, see how each team stands, and set how often families are visited and when people are reminded.
       *[volunteer] I take your visit reports, one short question at a time, and I tell you which visit is due.
    }
    .commands = You can always use these:
    .safe = Every answer is saved at once. You can pause, close Telegram or lose the network, and go on later. You can tap a button, type, or send a voice note where I ask for words.
    .stop = To stop, send /cancel. Your answers are kept until you discard them. To leave { -brand }, send /leave.
line-waiting-title =
    { $matter ->
        [decide] These plans have a goal for your family to decide on. You may say no to any; it costs nothing.
        [promised] In these plans a step that you promised is due. If it did not work out, say so; that is fine.
        [received] In these plans help was asked for. Did it come, and did it help?
        [still_fine] Some time has passed in these. How are you? You need not answer; either is all right.
        [reword] In these cases the family wants a goal changed.
        [review] In these cases the day has come to look at the plan again with the family.
        [follow_up] In these cases nobody has said yet what became of a request.
        [overdue] In these cases a step that we promised the family is overdue.
        [aftercare] In these closed cases somebody should ask how the family is, or call.
        [unled] Nobody leads these cases now. Choose one to say who does.
       *[quiet] No visit was reported of these cases for longer than is expected. There may be a good reason; ask those who visit.
    }
line-asked-after = Some time has passed since we last met. If you like, tell us how you are. You need not answer; it costs you nothing.
line-nothing-waits = Nothing of this waits any more.
line-ask-back-on = On which day are you back? Until then your team knows that you are away. Choose a day, or type another, such as 16 March.
line-back-on-wrong = That must be a day from tomorrow on, within a year.
line-you-are-away = You are away, and back on { $day }.
line-away-noted = Thank you. You are back on { $day }; the supervisors of your team know. Have a good time.
line-still-on-duty = Nobody else hears of alerts in your team meanwhile, so I still tell you.
line-welcome-back = Welcome back. It is good that you are here.
line-colleague-away = Somebody of your team is away, and back on { $day }. Please look whether somebody takes over meanwhile. Their name: { $name }
line-colleague-back = Somebody of your team is back earlier than planned. Their name: { $name }
line-away-until = { $name } – back on { $day }
line-nothing-to-report = There is nothing for you to report here yet.

## The life of a case

stage-name =
    { $which ->
        [referred] new
        [assessment] getting to know
        [planning] planning
        [preparation] preparing a move
        [implementation] plan under way
        [monitoring] visits after the move
        [review] plan review
       *[closed] closed
    }
risk-name =
    { $which ->
        [high] high
        [medium] medium
       *[low] low
    }
line-caseload-title = Your cases
line-case-stands = Stage: { $stage } · Risk: { $risk }
line-goal-stands =
    { $score ->
        [-2] { $words } – much less than agreed
        [-1] { $words } – less than agreed
        [0] { $words } – as agreed
        [1] { $words } – more than agreed
        [2] { $words } – much more than agreed
       *[none] { $words }
    }
line-asked-for = Asked for, no answer yet: { $words }
line-paused =
    { $why ->
        [illness] Paused until { $day }: illness
        [displacement] Paused until { $day }: they had to leave
        [holidays] Paused until { $day }: holidays
       *[other] Paused until { $day }: another reason
    }
label-go-on = Go on now
line-next-visit-on = Next visit: { $day }
line-involved =
    { $place ->
        [leads] { $name } – leads the case
        [supports] { $name } – supports
        [visits] { $name } – visits
       *[family] { $name } – family
    }
choice-name =
    { $which ->
        [agree] agreed
        [change] should be changed
        [not_now] not now
        [not_ours] not ours
        [withdraw] taken back
       *[none] not decided yet
    }
side-name =
    { $which ->
        [family] the family
        [volunteer] the volunteer
        [caseworker] the caseworker
       *[partner] a partner
    }
line-plan-title = The plan: { $code }
line-plan-stands =
    { $state ->
        [proposed] The plan: { $code } – a proposal. The family has not decided yet.
        [waits] The plan: { $code } – decisions still open: { $count }
        [active] The plan: { $code } – agreed, active since { $day }
        [withdrawn] The plan: { $code } – the family took its agreement back on { $day }. Nothing in it goes on.
       *[unagreed] The plan: { $code } – no goal is agreed now.
    }
line-next-review-on = Next plan review: { $day }
line-goal-stuck = Stuck for now: much less than agreed, twice in a row
line-goal-stuck-noted = A goal was much less than agreed twice in a row. That is nobody’s fault. Perhaps the plan no longer fits: a plan review, together, often helps. Those who lead the case are told.
# unasked
line-goal-needs-look = Something in the plan deserves another look: { $code }
line-plan-begins = The plan is agreed and goes ahead.
# unasked
line-plan-agreed = The plan is agreed: { $code }
line-plan-rests = No goal is agreed any more. Nothing in the plan goes on until the family agrees again. Taking it back costs nothing.
# unasked
line-plan-taken-back = The plan rests for now: { $code }
line-no-goals = No goal has been written down yet.
line-goal-decided = { $words } – { $choice }
line-goal-means = “As agreed” means: { $words }
line-decided-by =
    { $listened ->
        [yes] { $choice } – { $listener }, { $when }, on the phone of { $name }, in { $language }, version { $version }
       *[no] { $choice } – { $name }, { $when }, in { $language }, version { $version }
    }
line-decision-spoken = They added a voice note or a photo.
line-agreed-before = Agreed before the programme used this bot.
line-call-wished-here = The family would like a call.
# unasked
line-call-wished = A family would like a call: { $code }
line-call-follows = They are told now that you would like a call. If anybody is in danger, press “I am not safe” in the menu.
line-not-decided = The family has not decided yet. Nothing begins before it does.
line-new-words-wait = These words are new. The family has not decided on them yet.
line-still-holds = Until it does, this holds as it was agreed:
line-held-in-plan = Agreed before, and holds until then: { $words }
line-said-before = Decided before:
line-goal-reviewed-on = We look at it again on { $day }.
line-promise =
    { $dated ->
        [yes] { $words } – { $side }, by { $day }
       *[no] { $words } – { $side }
    }
# unasked
line-decision-waits = Something waits for your word: { $code }. There is no hurry. You decide.
# unasked
line-decision-made = There is an answer to read: { $code }
# unasked
line-nudged = A family reminds us of a promise: { $code }
line-nudge-sent = They have been reminded.
line-goal-changed-meanwhile = Somebody gave this goal other words while you were answering. Nothing was sent. Please look at it as it is now.
line-timeline-title = What has happened: { $code }
line-timeline-entry = { $day }: { $title } – { $name }
line-nothing-yet = Nothing has been reported yet.
line-stage-now = Where the case stands now: { $stage }.
line-stage-stays =
    { $missing ->
        [assessment] The assessment is still missing. It comes before the plan.
        [decisions] The family has not decided on every goal yet. At least one must be agreed.
        [alert] A danger that was reported is still open. It needs an outcome first.
        [referral] A service was asked for and nobody has said whether it came. That answer comes first.
       *[order] This does not fit where the case stands now. Open its card to see what comes next.
    }

## Services and sharing

outcome-name =
    { $which ->
        [not_received] not received yet
        [helped] received, it helped
        [not_helped] received, did not help
        [no_longer] not needed any more
        [withdrawn] permission taken back
       *[none] no answer yet
    }
packet-field =
    { $which ->
        [name] Name
        [contact] Address and phone
        [ages] Children’s ages
        [health] Health
       *[story] What happened
    }
line-asked-title = Help from services: { $code }
line-none-asked = No service has been asked yet.
line-asked-stands = { $words } – { $outcome }
line-asked-on = Asked { $day }. We ask what became of it { $again }.
line-not-answered = Nobody has said yet what became of it.
line-answered-by = { $outcome } – { $name }, { $when }
line-packet-title =
    { $by ->
        [caregiver] The caregiver agreed that the service may know this, and nothing else. { $how ->
            [written] Agreed in writing.
            [phone] Agreed by phone.
           *[spoken] Agreed in person.
        }
        [child] The child agreed that the service may know this, and nothing else. { $how ->
            [written] Agreed in writing.
            [phone] Agreed by phone.
           *[spoken] Agreed in person.
        }
        [together] Child and caregiver agreed that the service may know this, and nothing else. { $how ->
            [written] Agreed in writing.
            [phone] Agreed by phone.
           *[spoken] Agreed in person.
        }
       *[relative] A relative agreed that the service may know this, and nothing else. { $how ->
            [written] Agreed in writing.
            [phone] Agreed by phone.
           *[spoken] Agreed in person.
        }
    }
line-packet-field = { $field }: { $words }
line-packet-withdrawn = The family took back its permission. Hand nothing more over, and tell the service.
line-ask-lack = What is needed? { $code }
line-no-services = No service is listed for this yet. Ask whoever keeps the list.
line-same-lack = The same was asked for before and is not answered yet: { $words }. You may ask again all the same.
# unasked
line-service-answered = There is news about a request: { $code }
line-share-unset = Sharing by a link is not set up here. Ask whoever runs this service.
line-share-link = Give this link to the service alone. It opens once, until { $when }. You can take it back on the plan.
line-share-title = Released by the family for { $name }
share-part =
    { $which ->
        [strengths] Strengths
        [goals] Goals the family agreed to
        [needs] Help that was asked for
       *[contacts] Who works with the family
    }
line-share-nothing = Nothing yet.
line-shared-with =
    { $state ->
        [waiting] Released to { $name }, not opened yet. The link works until { $when }.
        [opened] Released to { $name }, opened { $when }.
        [ended] Released to { $name }, taken back { $when }.
       *[expired] Released to { $name }, never opened. The link ended { $when }.
    }
line-share-taken-back = Taken back. The link no longer opens.
line-share-ready = A family has released a summary to you. It opens once: press when you are ready to read it.
line-share-gone = This link does not open. It may have been used, taken back or come to its end. Ask the family or its worker for a new one.

## Cases and drafts

line-ask-case = Which family?
line-no-cases = No case is assigned to you yet. Ask your supervisor.
line-case-unknown = I do not find that code among your cases. Check it, or choose from the list.
line-drafts-title = Your open drafts
line-no-drafts = You have no open drafts.
line-draft-begun = You have already begun a report for { $code }, last saved { $when }. Do you want to continue it?
line-same-visit = A report for { $code } was sent { $when }. Is this the same visit?
line-ask-leaving = Your answers for { $code } are saved. Keep the draft, or discard it?
line-draft-kept =
    { $kept ->
        [always] The draft for { $code } is kept. Continue it with /drafts.
       *[until] The draft for { $code } is kept until { $day }. Continue it with /drafts.
    }
line-draft-discarded = The draft for { $code } is deleted.
line-nothing-to-cancel = Nothing is open now.
# unasked
line-draft-warning = A draft is waiting for you: { $code }. I keep it until { $day }, then it is deleted. Continue it, or discard it.

## Within a form

line-form-title =
    { $title } · { $code } · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
line-progress = { $title } · { $code } · { $step }/{ $of }
line-answered-before = Your answer so far: { $answer }
line-choose-several = Choose all that fit, then tap Done.
line-may-answer-by =
    { $how ->
        [voice] Type it, or send a voice note.
        [photo] Type it, or send a photo.
        [both] Type it, or send a voice note or a photo.
       *[text] Type your answer.
    }
line-alert-raised =
    { $count ->
        [one] { $count } person who can act has been told just now. Please finish the report if you can.
       *[other] { $count } people who can act have been told just now. Please finish the report if you can.
    }
line-alert-reached-nobody = I could not reach anyone. Please call your supervisor now. If someone is in danger this minute, call the emergency number. Your answer is saved.

## Slips

line-not-a-number = I need a number here, for example 3.
line-ambiguous-number = A number like 1,234 can be read in two ways. Write 1234, or 1.2340 if you mean a little more than 1.
line-not-a-whole-number = I need a whole number here, for example 3.
line-too-many-digits =
    { $limit ->
        [one] That number is too long. I can keep { $limit } digit.
       *[other] That number is too long. I can keep { $limit } digits.
    }
line-out-of-range = Please give a number from { $start } to { $end }.
line-not-allowed-plain = That answer does not fit this question. Please try another one.
line-not-a-date = I could not read that as a date. Write it like this: { $example }.
line-ambiguous-date = That date can be read in two ways. Write the month as a word, like this: { $example }.
line-not-a-time = I could not read that as a time. Write it like this: 14:30.
line-no-such-choice = I do not find that among the answers. Tap a button, or type its words or its number.
line-several-choices = More than one answer fits that. Tap the one you mean.
line-too-long =
    { $limit ->
        [one] That text is too long. I can keep { $limit } character.
       *[other] That text is too long. I can keep { $limit } characters. Send the most important part.
    }
line-answer-needed = I need an answer here before we can go on.
line-media-not-taken = I cannot use a file for this question. Please tap a button or type.
line-not-to-keep =
    { $purpose ->
        [photo] This family does not want photos kept, so yours was not. Please write it in words.
       *[voice] This family does not want voice notes kept, so yours was not. Please write it in words.
    }
line-may-keep =
    { $purpose ->
        [photo] { $given ->
            [yes] Photos may be kept
           *[no] No photos are kept
        }
       *[voice] { $given ->
            [yes] Voice notes may be kept
           *[no] No voice notes are kept
        }
    } – { $listened ->
        [yes] { $listener }, { $when }, on the phone of { $name }
       *[no] { $name }, { $when }
    }
line-ask-to-keep = Your photo or voice note is kept. The family was not asked yet whether that is all right for it: please ask it. It may say no, and that costs it nothing.
line-file-too-large = That file is too large for me. Send a shorter one, at most 20 MB.
line-media-needed = Please send a voice note, a photo or a file here.
line-text-not-taken = Text does not fit here. Please tap a button or send what I ask for.
line-slip-help =
    { $skip ->
        [yes] No problem. You can skip this question, or pause and ask your supervisor. Your answers are kept.
       *[no] No problem. You can pause and ask your supervisor. Your answers are kept.
    }
line-sticker-thanks = Thank you, that is kind.
line-not-an-answer = I cannot use that as an answer. Please tap a button or type.
line-ask-forwarded = Is this forwarded text your answer?

## Check and receipt

line-check-title = { $title } · { $code } · check your answers
line-ask-send = Is everything right?
line-report-sent = The report for { $code } is sent.
line-receipt =
    { $corrected ->
        [yes] Saved: { $code }. The corrected report counts now. Next visit: { $day }. Thank you.
       *[no] Saved: { $code }. Next visit: { $day }. Thank you.
    }
line-received =
    { $corrected ->
        [yes] Saved: { $title } · { $code }. The corrected report counts now. Thank you.
       *[no] Saved: { $title } · { $code }. Thank you.
    }
line-receipt-help = Something wrong? Undo works for 10 minutes. You can correct it later, too.
line-undone = The report for { $code } is taken back. It no longer counts. If it had replaced an earlier report, that one counts again.
line-undo-too-late = It is too late to undo. You can correct the report.
line-report-closed = This report was already replaced or taken back.
line-ask-reason = Why does the report for { $code } need a correction now? One sentence is enough.

## Alerts

# unasked
line-alert-push =
    { $count ->
        [one] { $count } item needs you now. { $code }
       *[other] { $count } items need you now. { $code }
    }
# unasked
line-alert-still =
    { $count ->
        [one] 1 item still needs you now. { $code }. Nobody has it after { $count } minute.
       *[other] 1 item still needs you now. { $code }. Nobody has it after { $count } minutes.
    }
# unasked
line-alert-still-hours =
    { $count ->
        [one] 1 item still needs you now. { $code }. Nobody has it after { $count } hour.
       *[other] 1 item still needs you now. { $code }. Nobody has it after { $count } hours.
    }
# unasked
line-alert-still-days =
    { $count ->
        [one] 1 item still needs you now. { $code }. Nobody has it after { $count } day.
       *[other] 1 item still needs you now. { $code }. Nobody has it after { $count } days.
    }
# unasked
line-outcome-missing =
    { $count ->
        [one] 1 item needs you again. { $code }. It was taken { $count } hour ago, and nothing was written since.
       *[other] 1 item needs you again. { $code }. It was taken { $count } hours ago, and nothing was written since.
    }
# unasked
line-outcome-missing-days =
    { $count ->
        [one] 1 item needs you again. { $code }. It was taken { $count } day ago, and nothing was written since.
       *[other] 1 item needs you again. { $code }. It was taken { $count } days ago, and nothing was written since.
    }
# unasked
line-nobody-yet = { $code }: nobody has answered yet. I keep calling. Please phone your supervisor or a manager now.
line-call-emergency = If it cannot wait, call the emergency number.
line-call-one-of = If it cannot wait, call one of these:
line-details-asked = The details you asked for: { $code }
line-alert-about =
    { $named ->
        [yes] { $code } ({ $alias })
       *[no] { $code }
    }
    .by = Danger reported by { $reporter }, { $when }
line-alert-open = Nobody has taken this yet.
# unasked
line-alert-taken = Update on { $code }: somebody has taken it and is acting on it now. If you learn anything new, tell them directly.
    .by = With: { $name }
line-alert-yours = You have { $code } now. The others have been told. Thank you.
line-family-not-safe = The family says: we are not safe.
line-family-wants-call = The family says: we are not safe. They ask for a phone call.
line-alert-outcome =
    { $ends ->
        [yes] It is over. Written by { $name }, { $when }
       *[no] Not over yet. Written by { $name }, { $when }
    }
# unasked
line-alert-looked-after = { $code }: what was reported has been looked after. Thank you.
# unasked
line-alert-more = { $code }: there is something new to read about what was reported.
line-alerts-stand = These alerts have no end yet:
line-danger-stands =
    { $taken ->
        [yes] Danger reported { $day } – taken by { $name }
       *[no] Danger reported { $day } – nobody has it yet
    }
line-danger-was =
    { $which ->
        [reported] { $day }: danger reported – { $name }
        [taken] { $day }: danger taken – { $name }
       *[ended] { $day }: danger over – { $name }
    }

## A family's own call

line-ask-not-safe = Are you or the child in danger now? If you say yes, people who can help are told at once. We tell nobody in your home.
line-ask-clear =
    Clear this chat? What we both wrote here in the last two days is deleted.

    What you told your team stays with them, and nobody is told that you cleared the chat.

    I cannot delete what is older. To delete all, press and hold this chat in your list and choose Delete.
line-no-help-here = I cannot tell anyone from here. If you are in danger, please call the emergency number or go to somebody you trust.
line-call-reached =
    { $count ->
        [one] { $count } person who can help was told just now. You did the right thing.
       *[other] { $count } people who can help were told just now. You did the right thing.
    }
line-call-reached-nobody = Nobody could be reached right now. Your call is kept and will be seen. If you can, call the emergency number now, or go to somebody you trust.
line-called-already = They know already. One call is enough.
line-call-next =
    { $call ->
        [yes] One of them takes care of it and calls you. We will not write to you about it, so that nobody reads along.
       *[no] One of them takes care of it and looks for a safe way to reach you. We will not write to you about it, so that nobody reads along.
    }
line-call-more = If you want, say more here: type it, or send a voice note. You do not have to. You may delete this chat at any time.
line-call-noted = Thank you. It is kept, and they have been told that there is more.
line-call-full = Thank you. I have kept all that I can. Please tell the rest to the person who reaches you.

## Opening a case

line-ask-alias = What do those who know the family call it? Write a few words by which you and your colleagues recognise it, not the full name. I look first whether it is known already.
line-some-alike = “{ $name }”: is it one of these?
line-alike-elsewhere = { $code } is called alike, but is not yours. Before you open a new case, ask your supervisor about it.
line-none-alike = No case of your team is called like “{ $name }”. Open a new one?
line-case-opened = Case { $code } is open, and you lead it. Begin with the first contact when you have spoken with the family.

## Self-referral

# unasked
line-help-asked = Somebody asks for help: { $code }
line-help-follows = The team reads it now and decides who gets in touch with you, in the way that you called safe. Asking costs nothing, and you may stop at any time.
line-help-waits = { $code }: the team has what you sent. Somebody will get in touch with you.
line-nobody-leads = Nobody leads this case yet.

## Inviting

line-ask-invite-role = Whom do you invite into the team? To invite someone of a family, open its card.
line-ask-invite-team = Into which team do you invite someone?
line-ask-invite-case = For which family do you invite someone?
line-ask-invite-kin = Whom do you invite for { $code }?
line-ask-vouch = A child may have its own way in from about { $years } years on. Has the child said that it wants this and knows that it may stop at any time, and has the caregiver said yes? I will ask the child again in its own words.
line-no-invite = There is nobody whom you can invite here. Ask your supervisor.
line-invited = The next message is the invitation. Send it to that one person only. It works once, until { $day }. When somebody has used it, I ask you whether it was the right person; until you say yes, they see nothing.
line-invited-to-ask = The next message is the invitation. Send it to that one family only. It works once, until { $day }. Whoever uses it sees nobody’s record and can ask your team for help at once. I tell you when it has been used.
line-invitation =
    { $linked ->
        [yes] An invitation to { -brand }, for you alone. It works once, until { $day }. Open this link and press Start:
       *[no] An invitation to { -brand }, for you alone. It works once, until { $day }. Write this to the bot:
    }
line-invitation-code =
    { $linked ->
        [yes] Or write this code to { $bot }; it works until { $day }, { $time }:
       *[no] Or write this code to the bot; it works until { $day }, { $time }:
    }
line-number-offered = Do you know their phone number? Add it, and they can begin as soon as they share the same one.
line-ask-number = What is the phone number of the person you invite? Type it, or send me their contact.
line-number-use = Whoever opens the invitation is asked to share their own number; if it is the same, they begin at once. I do not keep it, only a mark that nobody can turn back into it.
line-number-unclear = I see no phone number there. Write it with the country code, such as +254 700 123 456.
line-number-noted = Noted. Whoever opens the invitation is asked to share their own number. If it is this one, they begin at once; if not, I ask you first.
line-number-too-late = No number can be added to this invitation any more: somebody has used it, or its time is over.
line-ask-to-share = Whoever invited you gave a phone number. Share yours with the button below: if it is the same, you can begin at once.
line-share-use = I only compare it and do not keep it. You may also go on without; then I ask whoever invited you.
line-share-by-button = Please use one of the two buttons below. Only the first one shows me that a number is yours.
line-number-same = Thank you. It is the number that was expected.
line-number-answer =
    { $answer ->
        [same] They shared the number that you gave.
        [other] They shared a number, and it is not the one that you gave.
        [foreign] They sent a contact that is not their own.
       *[withheld] They did not share a number.
    }
# unasked
line-newcomer-matched = Somebody has used an invitation of yours and shared the number that you gave. They can begin now.
# unasked
line-newcomer-joined = Somebody has used an invitation of yours. Please look whether it is the right person.
line-asker-joined = Somebody whom you gave a code for help has come. They can ask for it now; nothing is needed of you.
line-newcomer-asked = The details you asked for. Please look at them where nobody reads along.
line-newcomer-about =
    { $coded ->
        [yes] { $name } – { $as }, { $code }. Is this the person you meant?
       *[no] { $name } – { $as }. Is this the person you meant?
    }
line-newcomer-in = { $name } can begin now. If it turns out to be the wrong person, end the access here.
line-newcomer-out = The access of { $name } has ended. To invite the right person, send /invite.
line-newcomer-not-here = { $name } has no place in this case. What they have here otherwise stays as it is.
line-waits-for-yes = Thank you. Whoever invited you will confirm that it is you. Until then I show nothing here. I will write to you.
line-place-waits = Thank you. Whoever invited you will confirm that it is you. Then you will find it here, too. I will write to you.
line-place-already = You are part of this already. The invitation stays unused; nothing else is needed.
line-account-already = You have an account here already, and this invitation is for somebody who has none. It stays unused. If something has changed for you, speak with whoever gave it to you.
# unasked
line-may-begin = You can begin now. Send /menu to see what there is for you.
line-child-words =
    This is a place where you can read what was agreed with you, say how it is going, and say when you need help.

    I keep your name, your language and what you write or say here. The people who work with you and your family can read it. Nobody else can.

    If you write that you are not safe, they are told, because they want to protect you.

    You decide whether you want this. You may say no. You may stop at any time, without giving a reason. Nobody will be angry, and you lose nothing.

    If you do not understand something, ask the person who invited you.
## Review of reports

# unasked
line-approval-waits = Something waits for your approval: { $code }
line-approval-asked =
    { $count ->
        [0] It counts once a supervisor has approved it. I could not reach any other supervisor; please call one.
       *[other] It counts once a supervisor has approved it. They have been asked, and you will hear from me.
    }
line-approved-already = { $code }: this was approved, so it no longer changes. If it is wrong, talk with your supervisor.
line-nothing-to-read = Every report has been read.
line-reviews-title = Reports to read
line-review-of = { $code } · { $title } – { $name }, { $when }
line-signal =
    { $asked ->
        [yes] { $which ->
            [soon] This is the second visit within 8 hours. Is that right?
            [same] All answers are the same as last time. Is that right?
            [unseen] The child was not seen at the last visits. Can you see the child next time?
           *[quick] This report took less than 20 seconds. Does it say all you want to say?
        }
       *[no] { $which ->
            [soon] Second visit within 8 hours
            [same] The same answers as last time
            [unseen] Child not seen at the last visits
           *[quick] Filled in within 20 seconds
        }
    }
factor-name =
    { $which ->
        [food] food
        [nutrition] growing well
        [home] the home
        [care] who cares for the child
        [safety] safety
        [legal] papers and rights
        [health] health
        [treatment] health care
        [feelings] feelings
        [behaviour] getting on with others
        [learning] learning
       *[school] going to school
    }
line-fell = { $factor }: { $from } → { $to }
line-fell-noted = Lower than at the last assessment. Your supervisor reads it too, so that you are not alone with it.
line-come-first = This should come first now: { $factors }. A goal for it begins here, with the family:
line-said =
    { $which ->
        [accepted] Read by { $name }, { $when }
        [asked] { $name } asks, { $when }:
        [answered] { $name } answers, { $when }:
        [flagged] Flagged by { $name }, { $when }:
        [approved] Approved by { $name }, { $when }
       *[returned] Sent back by { $name }, { $when }:
    }
line-ask-words =
    { $which ->
        [asked] What would you like to know about { $code }?
        [answered] Your answer about { $code }: type it, or send a voice note.
        [flagged] Why does { $code } need a talk? Only supervisors read this.
       *[returned] What has to change before { $code } can be approved?
    }
line-said-of =
    { $which ->
        [accepted] { $code } is marked as read. The thanks stand in the menu of the person who sent it.
        [asked] Your question about { $code } is on its way.
        [answered] Thank you. Your answer about { $code } is on its way.
        [flagged] { $code } is flagged. The person who sent it hears that you would like to talk.
        [approved] { $code } is approved and counts from now on.
       *[returned] { $code } is sent back with your question.
    }
# unasked
line-review-news =
    { $which ->
        [accepted] Your report { $code } was read. Thank you.
        [asked] A question about your report: { $code }
        [answered] An answer about a report: { $code }
        [flagged] About your report { $code }: your supervisor would like to talk with you about it. It is kept as you sent it. Thank you for your work.
        [approved] It is approved and counts: { $code }. Thank you.
       *[returned] Not approved yet, there is a question: { $code }
    }
line-already-said = This is settled already.
line-not-your-own = You sent this yourself, so another supervisor looks at it.
line-own-alone = You sent this yourself, and the team has no other supervisor. You may approve it; that is recorded.
line-reports-read =
    { $count ->
        [one] { $count } of your reports was read and accepted in the last 7 days. Thank you.
       *[other] { $count } of your reports were read and accepted in the last 7 days. Thank you.
    }

## Leaving, and one's own record

role-name =
    { $which ->
        [family] family
        [volunteer] volunteer
        [caseworker] caseworker
        [supervisor] supervisor
       *[manager] manager
    }
line-ask-leave = Do you want to leave? Your access ends at once and you see nothing any more. What you reported stays with the families’ records. Whoever gets support keeps it. To come back, you need a new invitation.
line-goodbye = You have left. Thank you for everything. I do not write to you any more.
line-last-on-duty = Nobody else would hear of an alert if you left now. Let somebody take your place first, then send /leave again.
# unasked
line-colleague-left = Somebody of your team has left. What was theirs to do now waits for somebody else; please look who takes it over. Their name: { $name }
line-own-title = What is kept about you
line-own-person =
    { $in_team ->
        [yes] { $name } – { $role }, { $team }
       *[no] { $name } – { $role }
    }
line-own-account = Telegram number { $user }; language { $language }; time of { $city }
line-own-consent = Agreed to the privacy words (version { $version }) { $when }
line-own-reports = Reports sent: { $sent }; drafts open: { $open }
line-own-rest = Also kept: the words of what you reported, and a record of who did what and when. To read or correct them, ask whoever leads the case.
line-ask-erasure = Do you want to ask that your data be deleted? A person looks at it and answers within { $days } days. What you reported about a family may have to stay in its record.
line-erasure-asked = Your wish to be deleted is noted. Somebody answers by { $day }. Until then everything goes on as before; to end your access now, send /leave.
# unasked
line-erasure-waits = A request waits for you: please answer it by { $day }.
line-erasure-about = { $name } – { $role } – asked { $when } that their data be deleted. Answer by { $day }. Press the button once it is deleted, or you have told them what must stay and why.
## Hand-over

line-people-title = Who is there for { $code }
line-family-objected = The family would rather have somebody else than { $name }.
line-ask-who = Who takes on { $code }?
line-ask-who-for-all = Who takes over all cases of { $name } ({ $count })? What a person cannot take stays where it is.
line-team-title = Your team. Choose whose cases move to somebody else.
line-nobody-else = There is nobody who could be chosen.
line-place-changed = { $code }: done. Everybody whom it concerns is told.
line-caseload-moved = Cases handed over: { $count }. Everybody whom it concerns is told.
# unasked
line-place-news =
    { $which ->
        [given] You are there for { $code } from now on. Read first what has been agreed.
        [taken] { $code } is in other hands from now on. Thank you for all you did. If you had begun a report about it, it stays with you, but can no longer be sent.
        [family] Somebody new is there for you: { $code }. You may say no; it costs you nothing.
       *[objection] A wish for somebody else: { $code }. Please talk with them.
    }
# unasked
line-caseload-given = Cases that are yours from now on: { $count }. Read first what has been agreed.
# unasked
line-caseload-taken = Cases that are in other hands from now on: { $count }. Thank you for all you did. If you had begun reports about them, they stay with you, but can no longer be sent.
line-objection-sent = { $code }: thank you for saying so. A supervisor has been told and will talk with you. You lose nothing.
line-brief-title =
    { $named ->
        [yes] What to know about { $code } · { $alias }
       *[no] What to know about { $code }
    }
line-worry = A worry at the last visit: { $words }
line-draft-out-of-reach = The case is in other hands now, so this can no longer be sent. If it matters, tell your supervisor.

## Anywhere

line-old-button = That button is from an earlier message. Please use the newest one.
line-one-at-a-time = That was a lot at once. I go through all of it in order. One at a time, please.
line-back-again = I could not be reached for a while. If you tapped something then, please tap it again.
line-noted = Noted
line-edit-noted = Your change is saved.
line-edit-too-late = That message can no longer change the report. You can correct the report itself.
line-nothing-asked = I am not waiting for a text now. Send /menu to see what you can do.
line-private-only = Please write to me in a private chat. I do not talk about cases in groups.
line-not-saved-yet = Not saved yet. Your answers are safe. I will try again.
line-not-saved = I could not save this. Please send it once more. If it happens again, tell your supervisor.
line-repeated = (repeat) You may have this message already.

## Buttons: at most 28 characters, the program adds an icon

label-menu = Menu
label-visit = Report a visit
label-visit-case =
    { $due ->
        [overdue] { $code } · since { $day }
        [today] { $code } · today
       *[later] { $code } · { $day }
    }
label-drafts = Drafts
label-caseload = Cases
label-plan = Plan { $code }
label-goal = Goal { $number }
label-decide = Decide
label-change-mind = Change my mind
label-tick-task = Step { $number } is done
label-decide-here = The family decides here
label-nudge = Remind them of step { $number }
label-timeline = What has happened
label-services = Help from services
label-referral = Request { $number }
label-show-packet = Show what is shared
label-find-service = Find a service
label-another-service = Another service
lack-name =
    { $which ->
        [food] Food
        [home] Home
        [school] School
        [health] Health
        [legal] Law
        [feelings] Feelings
        [safety] Safety
        [income] Income
        [documents] Papers
       *[other] Something else
    }
label-end-share = Take back: { $name }
label-show-once = Show it now
label-languages = Language
label-zone = { $city } · { $time }
label-privacy = Privacy
label-help = Help
label-agree = I agree
label-not-now = Not now
label-more = More
label-earlier = Earlier
label-back = Back
label-skip = Skip
label-cancel = Cancel
label-done =
    { $count ->
        [0] Done
       *[other] Done ({ $count })
    }
label-ok = OK
label-day =
    { $near ->
        [today] Today
        [yesterday] Yesterday
        [tomorrow] Tomorrow
       *[other] { $day }
    }
label-pick-day = Another day
label-weekday =
    { $day ->
        [Mon] Mo
        [Tue] Tu
        [Wed] We
        [Thu] Th
        [Fri] Fr
        [Sat] Sa
       *[Sun] Su
    }
label-month = { $month } { $year }
label-send = Send report
label-send-word = Send
label-continue = Continue
label-start-again = Start again
label-discard = Discard
label-keep = Keep for later
label-correct-that = Same visit, correct it
label-another-visit = Another visit
label-mine = Yes, my answer
label-not-mine = No
label-correct = Correct
label-undo = Undo
label-show = Show
label-i-have-it = I have it
label-hear = Listen
label-look = Open
label-alert-of = Danger · { $day }
label-not-safe = I am not safe
label-clear-chat = Clear this chat
label-clear-now = Yes, clear it
label-tell-them = Yes, tell them
label-call-me = Call me instead
label-new-case = New case
label-none-of-these = None of these, open it
label-open-case = Open the case
label-invite = Invite
label-invite-role =
    { $which ->
        [family] family that asks for help
        [volunteer] Volunteer
        [caseworker] Caseworker
       *[supervisor] Supervisor
    }
label-invite-family = Invite the family
label-invite-to-ask = Family asking for help
label-ask-for-help = Ask for help
label-invite-kin =
    { $which ->
        [caregiver] Caregiver
        [child] Child
       *[relative] Relative
    }
label-both-agreed = Yes, both have agreed
label-add-number = Add phone number
label-share-number = Share my number
label-go-on-without = Go on without
label-right-person = Yes, the right person
label-wrong-person = No, end the access
label-waiting =
    { $matter ->
        [decide] Goals to decide
        [promised] Your steps due
        [received] Did the help come?
        [still_fine] How are you?
        [reword] Goals to change
        [review] Plan reviews
        [follow_up] Requests to follow
        [overdue] Steps overdue
        [aftercare] After-care
        [unled] Without a lead
       *[quiet] Long without visit
    } ({ $count })
label-reviews = Reports to read ({ $count })
label-accept = Read, thank you
label-ask-about = Ask about it
label-flag = Flag it
label-approve = Approve
label-send-back = Send back
label-answer = Answer
label-question-about = Question { $code }
label-away = I will be away
label-i-am-back = I am back
label-their-cases = Give their cases
label-own-record = My data
label-leave = Leave
label-leave-now = Yes, leave now
label-ask-erasure = Ask to delete my data
label-erase-now = Yes, ask for it
label-erasure-done = This is seen to
label-people = Who is there
label-assign = Add somebody
label-end-place = { $name } leaves
label-give-place = { $name } hands over
label-give-back = Give back to { $name } ({ $count })
label-brief = What to know
label-team = Team
label-rather-not = Rather somebody else

## The phone's command menu: at most 256 characters

command-start = Begin
command-menu = What you can do now
command-visit = Report a visit
command-cases = Your cases
command-drafts = Continue an open report
command-reminders = When and how you are reminded
command-profile = The programme’s settings
command-away = Say that you are away
command-language = Change the language
command-privacy = What is kept and who sees it
command-help = How this works
command-invite = Invite someone
command-mydata = What is kept about you
command-clear = Delete what was written here
command-leave = End your own access
command-cancel = Stop what is open

## Dates. Names of months and weekdays come from the program.

date-long = { $weekday } { $day } { $month } { $year }
date-typed = { $day } { $month } { $year }
date-short = { $weekday } { $day } { $month }
date-brief = { $day } { $month }
date-short-year = { $day } { $month } { $year }
day-near =
    { $near ->
        [today] today
        [yesterday] yesterday
       *[tomorrow] tomorrow
    }
day-and-date = { $near }, { $date }
moment = { $day }, { $time }

## Answers in words

media-image = photo
media-audio = voice note
media-video = video
media-file = file
not-answered = not answered

## Words that people type. Separate them with commas; case and accents do not matter.

typed-yes = yes, y, yeah, yep, ok, okay, sure, true
typed-no = no, n, nope, not, false, none, nothing, nobody
typed-today = today
typed-yesterday = yesterday
typed-tomorrow = tomorrow
typed-skip = skip, skip it, skip this, pass
typed-back = back, go back, previous
typed-cancel = cancel, stop, quit
typed-fillers = of, the, on, th, st, nd, rd
# Twelve months and seven weekdays, from January and from Monday; a semicolon between them, other spellings only.
typed-months = ; ; ; ; ; ; ; ; sept; ; ;
typed-weekdays = ; tues; weds; thur, thurs; ; ;

# Reminders
line-family-reminded = There is something for you to look at, whenever it suits you.
line-reminded =
    { $count ->
        [one] { $count } thing is waiting for you.
       *[other] { $count } things are waiting for you.
    }
line-late-in-team =
    { $count ->
        [one] In your team { $count } thing is late.
       *[other] In your team { $count } things are late.
    }
line-late-for-long =
    { $count ->
        [one] In the programme { $count } thing has been late for a week. The team knows.
       *[other] In the programme { $count } things have been late for a week. The teams know.
    }
line-due-is =
    { $rule ->
        [visit] A visit is due: { $code }
        [review] It is time to look at the plan again: { $code }
        [follow_up] Please ask what became of the help: { $code }
        [promise] A promised step is due: { $code }
        [decide] A goal waits for the family’s word: { $code }
        [answer] Somebody asks about your report: { $code }
        [aftercare] A check after the closing is due: { $code }
       [quiet] It has been quiet for a while: { $code }
       *[document] A document expires soon: { $code }
    }
line-due-within = Any day from { $first } to { $last }. Planned: { $day }
line-due-on = Planned: { $day }
line-because-risk =
    { $last ->
        [none] Why: { $risk } risk, a visit every { $days } days.
       *[other] Why: { $risk } risk, a visit every { $days } days. Last visit: { $last }
    }
line-because-move = Why: the child moved on { $day }, so for now a visit every { $days } days.
line-because-agreed = Why: this day was agreed at the last visit.
line-because-chosen = Why: whoever leads chose this day.
line-because-first-contact = Why: nobody has met the family yet; the risk is { $risk }.
line-because-review-every = Why: a plan is looked at again every { $days } days.
line-because-review-agreed = Why: this day was chosen for the next review.
line-because-follow-up = Why: a service was asked, and nobody has said yet whether it helped.
line-because-promised = Why: it was promised for this day.
line-because-proposed = Why: these words have waited since { $day }.
line-because-asked = Why: the question was asked on { $day }.
line-because-closed = Why: the case was closed on { $day }.
line-because-expires = Why: it expires on { $day }.
line-because-quiet = Why: no contact with the family since { $day }; one is expected at least every { $days } days.
every-day = Every day
line-preferences-title = How I remind you
line-told-from = { $days } · from { $morning } · not between { $from } and { $until } · { $city } time · { $language }
line-told-between = { $days } · between { $from } and { $until } · { $city } time · { $language }
line-next-told = The next message comes: { $moment }, or soon after
line-nothing-planned = At the moment no message is planned for you.
line-danger-any-hour = Danger is told at any hour to whoever is on duty.
line-only-then = I never write to you at other times without being asked. You can change this at any time.
line-ask-morning = At which hour shall the day’s reminders come? Choose one, or type another, such as 9:30.
line-ask-days = On which days may I write to you? Tap a day to change it.
line-ask-quiet-from = From when on shall I be quiet? Choose a time, or type another, such as 21:30.
line-ask-safe-from = From when on may I write to you? Choose a time, or type another, such as 16:30.
line-ask-until = And until when?
line-preference-set = Thank you. From now on it is like this.
line-zone-set = Your times are now those of { $city }. Planned days stay as they are.
line-in-quiet-hours = That is within your quiet hours. Please change those first.
line-hours-too-short = Please leave me at least one hour a day.
line-one-day-at-least = Please leave me at least one day.
label-preferences = Reminders
label-choose-morning = Hour
label-choose-days = Days
label-choose-quiet = Quiet hours
label-choose-hours = Hours
label-time-zone = Time zone
label-as-usual = As usual
line-ask-put-off = When shall I tell you again?
line-put-off-to = I will tell you again: { $moment }. The planned day stays as it is.
line-put-off-too-often = You put this off three times. Please answer it, or talk with your supervisor.
line-put-off-too-late = That would be too late for this one. Please choose another time, or answer it now.
line-late-title = Late and quiet, the longest late first
line-nothing-late = Nothing is late, and nobody is quiet. Thank you for looking after your team.
line-ask-which-team = Which team?
line-late-with-nobody = With nobody yet
line-span-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
line-late-thing =
    { $untold ->
        [yes] { label-reminder } – { $days } late; no reminder reached them
       *[no] { label-reminder } – { $days } late
    }
line-late-count = Late: { $things }; the longest: { $days }
line-quiet-since = Quiet since { $day }
line-quiet-means = Quiet: no report for more than twice the shortest time between visits of their cases.
line-days-late = { $days } late
line-never-told = No reminder of this reached them in time.
line-not-reached-here = They cannot be reached here now. Perhaps call them.
# unasked
line-how-does-it-go = Your supervisor asks how it goes with { $code }. If something is in the way, please tell them: together you find a way.
line-asked-now = { $name } is asked how it goes, in friendly words.
line-asked-later = { $name } will be asked when it suits them: { $moment }.
line-asked-already = { $name } is asked about this once a day at most, and was asked already.
line-ask-they-back-on = On which day is { $name } back? Until then nobody reminds them. Choose a day, or type another, such as 16 March.
# unasked
line-away-for-you = Your supervisor noted that you are away, and back on { $day }. Until then nothing is expected of you.
line-away-for-noted = Noted: { $name } is back on { $day }, and is told so. Please choose who covers for them.
label-late-and-quiet = Late and quiet
label-ask-after = Ask how it goes
label-give-on = Give to somebody else
label-they-are-away = They are away
label-reminder =
    { $rule ->
        [visit] { $code } · visit
        [review] { $code } · plan
        [follow_up] { $code } · help
        [promise] { $code } · promise
        [decide] { $code } · goal
        [answer] { $code } · question
        [aftercare] { $code } · afterwards
       [quiet] { $code } · contact
       *[document] { $code } · paper
    }
label-later = Later
label-done-already = Done already
label-cannot-go = Cannot go
label-put-off =
    { $when ->
        [hour] In one hour
        [evening] This evening
       *[tomorrow] Tomorrow
    }

# Settings of the programme
line-settings-file = Settings of the programme, version { $version }
line-ask-settings = Change values in this file, save it as CSV and send it here. I first show you what would follow. Nothing changes before you say so.
line-settings-for-managers = The settings are in the hands of those who run the programme.
line-file-not-asked = I keep a file only where I ask for one, so I have not kept this one.
line-settings-looking = I am looking at your file. Nothing changes yet.
line-settings-unreadable =
    { $why ->
        [other_kind] Please send the settings as a CSV file.
        [too_large] This file is too large for settings. Please send the CSV file that I gave you.
        [workbook] This is a workbook. Please save it as CSV and send that.
        [not_text] I cannot read this file. Please save it as CSV with UTF-8 and send that.
        [lost] Telegram did not give me the file. Please send it once more.
       *[not_settings] I find no settings in this file. Please send the CSV file that I gave you.
    }
line-settings-wrong =
    { $count ->
        [one] One row does not fit yet. Nothing has changed.
       *[other] { $count } rows do not fit yet. Nothing has changed.
    }
line-settings-problem = Row { $row }, { $column }:
settings-unknown = there is no setting “{ $name }”. Take the names from the file that I gave you.
settings-twice = { $name } stands in row { $row } already. Keep one of the two.
settings-crowded = { $name } has more than one value. Keep one, in quotes if it has a comma.
settings-cell = { $name } cannot be “{ $given }”.
settings-clash = { $name } does not go with the others.
settings-right =
    { $kind ->
        [number] Write a whole number from { $from } to { $until }.
        [minutes] Write minutes, from { $from } to { $until }.
        [hours] Write hours, from { $from } to { $until }.
        [time] Write a time of the day, such as 08:00 or 20:30.
        [within] Write up to 72 hours or up to 30 days, such as 24 hours or 3 days.
        [weekdays] Write days of the week, such as mon tue wed.
        [dates] Write dates with blanks between, such as 2026-12-25 2026-12-26.
        [holiday] Write one of: { $words }.
        [numbers] Write up to 8 names with their numbers and ; between, such as Police 999; Childline 116.
       *[as_sent] Leave it as it is in the file that I gave you.
    }
settings-sense =
    { $clash ->
        [visits] A higher risk needs as many days as a lower one, or fewer.
        [phases] Let each time after a move end after the one before it.
        [contact] A new case of higher risk is met as soon as one of lower risk, or sooner.
        [last] The last reminder must come before the next visit is due. Remind earlier or visit less often.
        [ahead] The first reminder must come after the visit before. Remind later or visit less often.
        [after] The last reminder must come later than the one before it.
        [above] Supervisors hear of high risk first, then of the rest, and managers last.
        [quiet] Quiet hours must leave at least one hour to write in.
        [morning] The day’s reminders must come outside the quiet hours.
        [family_hours] Leave at least one hour in which families may be written to.
        [family_days] Name at least one day.
        [weekend] Leave at least one working day.
       *[later] The second time must come later than the first.
    }
line-settings-more = … and { $count } more
line-settings-old = This file was made from version { $from }, and version { $now } is in force. It would undo what was changed since, so I have changed nothing. Please take the current file.
line-settings-same = This file says what holds already. Nothing has changed.
line-settings-effect = Your file is right. Shall this be so from now on?
line-settings-change = { $name }: { $before } → { $after }
line-settings-move =
    { $rule ->
        [visit] Visits: { $parts }
        [review] Plan reviews: { $parts }
        [follow_up] Follow-ups of services: { $parts }
        [promise] Promised steps: { $parts }
        [decide] Goals that wait for a family: { $parts }
        [answer] Questions about reports: { $parts }
        [aftercare] After-care checks: { $parts }
       [quiet] Quiet families: { $parts }
       *[document] Documents: { $parts }
    }
settings-earlier = { $count } earlier
settings-later = { $count } later
settings-new = { $count } new
settings-gone =
    { $count ->
        [one] { $count } falls away
       *[other] { $count } fall away
    }
line-settings-nothing-moves = Nothing that is due moves.
line-settings-retold = Reminders come at other hours or on other days.
line-settings-days-off-kept = People are still reminded on these days. Write “next working day” or “previous working day” at on_holiday to change that.
line-settings-set = Version { $version } is in force. What is due follows within minutes.
line-settings-left = Everything stays as it is.
line-settings-meanwhile = The settings were changed meanwhile, so your file has changed nothing. Please take the current file.
label-settings = Settings
label-settings-file = Current file
label-use-settings = Use this
label-leave-settings = Leave as it is
