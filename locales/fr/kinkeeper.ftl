### Les mots du bot en français. Not yet checked by a speaker.
### The blank before a colon or a question mark does not break (U+00A0).
### Icons, bold and line spacing come from the program.
### Messages marked "unasked" reach people who did not ask: no names, nothing about a family, the code within the
### first 60 characters.

-brand = Kinkeeper
language-name = Français

## Joining

line-welcome = Bienvenue sur { -brand }. Je vous aide à faire vos comptes rendus de visite, étape par étape.
line-welcome-family = Bienvenue sur { -brand }. Ici, vous pouvez lire ce qui a été convenu, dire comment ça va, et décider vous-même.
line-welcome-to-ask = Bienvenue sur { -brand }. Ici, vous pouvez demander de l’aide pour votre famille. D’abord trois courtes questions.
line-ask-language = Quelle langue préférez-vous ?
line-ask-zone = Où êtes-vous ? À { $city }, il est maintenant { $time }. Choisissez le lieu qui a la même heure que vous, ou écrivez le nom d’une ville proche.
line-zone-unknown = Je ne connais pas cette ville. Écrivez une grande ville qui a la même heure que vous, par exemple Kinshasa.
line-privacy-words =
    Ce que je garde : votre nom, votre compte Telegram, votre langue, ce que vous écrivez et vos comptes rendus, avec voix et photos. C’est pour que les familles reçoivent le soutien nécessaire.

    Qui le voit : vous, les responsables du dossier et les quelques personnes qui gèrent ce service. Qui ouvre une alerte de danger est noté.

    Protection : noms, notes, voix et photos sont chiffrés. Telegram transporte nos messages et peut donc les voir. Écrivez le code du dossier, pas les noms.

    Durée : un brouillon se ferme après 7 jours, sauf s’il signale un danger. Ce que vous envoyez reste, chiffré, jusqu’à ce que le programme le supprime.

    Vos droits : demander à voir vos données, à les faire corriger ou supprimer, et arrêter à tout moment. Envoyez /mydata ou /leave.

    Les familles peuvent refuser. Un refus ne leur coûte rien : elles gardent tous les services.
line-ask-consent = Êtes-vous d’accord ?
line-not-agreed = C’est votre droit. Je n’ai rien enregistré de plus. Sans votre accord, je ne peux pas prendre de compte rendu. Vous pouvez accepter plus tard avec /privacy.
line-invitation-only = Bonjour. { -brand } fonctionne sur invitation. Si l’on vous a donné un code, écrivez-le ici. Sinon, demandez une invitation à la personne qui vous accompagne.
line-invitation-wrong = Cette invitation ne fonctionne pas. Si vous avez tapé un code, vérifiez chaque lettre et chaque chiffre. Sinon, demandez-en une nouvelle à la personne qui vous a invité.
line-access-ended = Votre accès à { -brand } a pris fin ; pour toute question, parlez-en à la personne qui vous supervisait.
line-language-set = À partir de maintenant, j’écris en français.

## Menu

line-menu-title = Que voulez-vous faire ?
line-visits-due =
    { $count ->
        [one] { $count } visite à faire.
       *[other] { $count } visites à faire.
    }
line-nothing-due = Aucune visite à faire aujourd’hui.
line-drafts-open =
    { $count ->
        [one] { $count } brouillon ouvert.
       *[other] { $count } brouillons ouverts.
    }
line-help-words =
    { $role ->
        [family] Ici vous lisez ce qui a été convenu pour votre famille, avec vos propres mots. Vous décidez de chaque objectif, vous dites comment cela avance et vous demandez de l’aide. Vous pouvez dire non à tout ; cela ne coûte rien.
        [caseworker] Je réunis vos dossiers : ce qui est à faire, ce qui a été rapporté et ce que chaque famille a décidé. Chaque formulaire pose une courte question à la fois.
        [supervisor] Je vous préviens tout de suite d’un danger. Je montre ce que votre équipe a rapporté, ce qui est en retard et qui a besoin de vous.
        [manager] Ici vous invitez des personnes, vous voyez où en est chaque équipe et vous réglez la fréquence des visites et l’heure des rappels.
       *[volunteer] Je prends vos comptes rendus de visite, une courte question à la fois, et je vous dis quelle visite est à faire.
    }
    .commands = Vous pouvez toujours utiliser :
    .safe = Chaque réponse est enregistrée tout de suite. Vous pouvez faire une pause, fermer Telegram ou perdre le réseau, et continuer plus tard. Vous pouvez toucher un bouton, écrire, ou envoyer un message vocal là où je demande une phrase.
    .stop = Pour arrêter, envoyez /cancel. Vos réponses sont gardées tant que vous ne les supprimez pas. Pour quitter { -brand }, envoyez /leave.
line-waiting-title =
    { $matter ->
        [decide] Dans ces plans, votre famille a un objectif à décider. Vous pouvez dire non ; cela ne coûte rien.
        [promised] Dans ces plans, une étape que vous avez promise est prévue. Si cela n’a pas marché, dites-le ; ce n’est pas grave.
        [received] Dans ces plans, une aide a été demandée. Est-elle venue, a-t-elle aidé ?
        [still_fine] Un peu de temps a passé. Comment allez-vous ? Vous n’êtes pas obligés de répondre ; les deux nous vont.
        [reword] Dans ces dossiers, la famille veut changer un objectif.
        [review] Dans ces dossiers, le jour est venu de revoir le plan avec la famille.
        [follow_up] Dans ces dossiers, personne n’a encore dit ce qu’une demande est devenue.
        [overdue] Dans ces dossiers, une étape promise à la famille est en retard.
        [aftercare] Dans ces dossiers clos, il serait bon de demander comment va la famille, ou de l’appeler.
        [unled] Personne ne mène ces dossiers en ce moment. Choisissez-en un pour dire qui le fera.
       *[quiet] Aucune visite n’a été notée pour ces dossiers depuis plus longtemps que prévu. Il y a peut-être une bonne raison ; demandez à ceux qui visitent.
    }
line-asked-after = Un peu de temps a passé depuis notre dernière rencontre. Si vous voulez, dites-nous comment vous allez. Vous n’êtes pas obligés de répondre ; cela ne coûte rien.
line-nothing-waits = Plus rien de cela n’attend.
line-ask-back-on = Quel jour revenez-vous ? D’ici là, votre équipe sait que vous êtes absent. Choisissez un jour, ou écrivez-en un autre, comme 16 mars.
line-back-on-wrong = Il faut un jour à partir de demain, dans l’année.
line-you-are-away = Vous êtes absent, de retour le { $day }.
line-away-noted = Merci. Vous revenez le { $day } ; les responsables de votre équipe le savent. Bon temps à vous.
line-still-on-duty = Personne d’autre n’entend les alertes de votre équipe d’ici là ; je vous les transmets donc encore.
line-welcome-back = Bon retour. C’est bien que vous soyez là.
line-colleague-away = Quelqu’un de votre équipe est absent, de retour le { $day }. Merci de voir si quelqu’un prend le relais. Son nom : { $name }
line-colleague-back = Quelqu’un de votre équipe est revenu plus tôt que prévu. Son nom : { $name }
line-away-until = { $name } – de retour le { $day }
line-nothing-to-report = Il n’y a encore rien à signaler ici pour vous.

## La vie d’un dossier

stage-name =
    { $which ->
        [referred] nouveau
        [assessment] faire connaissance
        [planning] planification
        [preparation] préparation du départ
        [implementation] plan en cours
        [monitoring] visites après le retour
        [review] révision du plan
       *[closed] clos
    }
risk-name =
    { $which ->
        [high] élevé
        [medium] moyen
       *[low] faible
    }
line-caseload-title = Vos dossiers
line-case-stands = Étape : { $stage } · Risque : { $risk }
line-goal-stands =
    { $score ->
        [-2] { $words } – beaucoup moins que convenu
        [-1] { $words } – moins que convenu
        [0] { $words } – comme convenu
        [1] { $words } – plus que convenu
        [2] { $words } – beaucoup plus que convenu
       *[none] { $words }
    }
line-asked-for = Demandé, sans réponse : { $words }
line-paused =
    { $why ->
        [illness] En pause jusqu’au { $day } : maladie
        [displacement] En pause jusqu’au { $day } : contraints de partir
        [holidays] En pause jusqu’au { $day } : vacances
       *[other] En pause jusqu’au { $day } : une autre raison
    }
label-go-on = Reprendre maintenant
line-next-visit-on = Prochaine visite : { $day }
line-involved =
    { $place ->
        [leads] { $name } – responsable du dossier
        [supports] { $name } – en appui
        [visits] { $name } – visites
       *[family] { $name } – famille
    }
choice-name =
    { $which ->
        [agree] accepté
        [change] à changer
        [not_now] pas maintenant
        [not_ours] pas le nôtre
        [withdraw] retiré
       *[none] pas encore décidé
    }
side-name =
    { $which ->
        [family] la famille
        [volunteer] le ou la bénévole
        [caseworker] la personne responsable
       *[partner] un partenaire
    }
line-plan-title = Le plan : { $code }
line-plan-stands =
    { $state ->
        [proposed] Le plan : { $code } – une proposition. La famille n’a pas encore décidé.
        [waits] Le plan : { $code } – décisions attendues : { $count }
        [active] Le plan : { $code } – accepté, en cours depuis le { $day }
        [withdrawn] Le plan : { $code } – la famille a retiré son accord le { $day }. Rien ne se poursuit.
       *[unagreed] Le plan : { $code } – aucun objectif n’est accepté pour l’instant.
    }
line-next-review-on = Prochaine révision du plan : { $day }
line-goal-stuck = Bloqué pour l’instant : beaucoup moins que convenu, deux fois de suite
line-goal-stuck-noted = Un objectif est resté beaucoup en dessous de ce qui était convenu, deux fois de suite. Ce n’est la faute de personne. Peut-être le plan ne convient-il plus : le revoir ensemble aide souvent. Les responsables du dossier sont prévenus.
# unasked
line-goal-needs-look = Quelque chose dans le plan mérite un nouveau regard : { $code }
line-plan-begins = Le plan est accepté et va de l’avant.
# unasked
line-plan-agreed = Le plan est accepté : { $code }
line-plan-rests = Plus aucun objectif n’est accepté. Rien du plan ne se poursuit avant un nouvel accord de la famille. Retirer son accord ne coûte rien.
# unasked
line-plan-taken-back = Le plan est en pause pour l’instant : { $code }
line-no-goals = Aucun objectif n’est encore écrit.
line-goal-decided = { $words } – { $choice }
line-goal-means = « Comme convenu » veut dire : { $words }
line-decided-by =
    { $listened ->
        [yes] { $choice } – { $listener }, { $when }, sur le téléphone de { $name }, en { $language }, version { $version }
       *[no] { $choice } – { $name }, { $when }, en { $language }, version { $version }
    }
line-decision-spoken = La famille a ajouté un message vocal ou une photo.
line-agreed-before = Accepté avant que le programme n’utilise ce bot.
line-call-wished-here = La famille aimerait qu’on l’appelle.
# unasked
line-call-wished = Une famille aimerait un appel : { $code }
line-call-follows = Ils savent maintenant que vous aimeriez un appel. Si quelqu’un est en danger, touchez « Je suis en danger » dans le menu.
line-not-decided = La famille n’a pas encore décidé. Rien ne commence avant.
line-new-words-wait = Ces mots sont nouveaux. La famille n’a pas encore décidé.
line-still-holds = D’ici là, ceci reste valable, comme convenu :
line-held-in-plan = Accepté avant, valable d’ici là : { $words }
line-said-before = Décidé auparavant :
line-goal-reviewed-on = Nous le regardons à nouveau le { $day }.
line-promise =
    { $dated ->
        [yes] { $words } – { $side }, avant le { $day }
       *[no] { $words } – { $side }
    }
# unasked
line-decision-waits = Quelque chose attend votre avis : { $code }. Rien ne presse. C’est vous qui décidez.
# unasked
line-decision-made = Il y a une réponse à lire : { $code }
# unasked
line-nudged = Une famille nous rappelle une promesse : { $code }
line-nudge-sent = Le rappel est envoyé.
line-goal-changed-meanwhile = Quelqu’un a changé les mots de cet objectif pendant que vous répondiez. Rien n’a été envoyé. Regardez-le tel qu’il est maintenant.
line-timeline-title = Ce qui s’est passé : { $code }
line-timeline-entry = { $day } : { $title } – { $name }
line-nothing-yet = Rien n’a encore été signalé.
line-stage-now = Le dossier en est maintenant ici : { $stage }.
line-stage-stays =
    { $missing ->
        [assessment] L’évaluation manque encore. Elle vient avant le plan.
        [decisions] La famille n’a pas encore décidé de chaque objectif. Il en faut au moins un d’accepté.
        [alert] Un danger signalé est encore ouvert. Il faut d’abord dire comment il s’est terminé.
        [referral] Un service a été demandé et personne n’a dit s’il est venu. Cette réponse vient d’abord.
       *[order] Cela ne convient pas à l’étape actuelle. Ouvrez la fiche du dossier pour voir la suite.
    }

## Services et partage

outcome-name =
    { $which ->
        [not_received] pas encore reçu
        [helped] reçu, cela a aidé
        [not_helped] reçu, sans effet
        [no_longer] plus nécessaire
        [withdrawn] accord retiré
       *[none] pas encore de réponse
    }
packet-field =
    { $which ->
        [name] Nom
        [contact] Adresse et téléphone
        [ages] Âge des enfants
        [health] Santé
       *[story] Ce qui s’est passé
    }
line-asked-title = Aide des services : { $code }
line-none-asked = Aucun service n’a encore été sollicité.
line-asked-stands = { $words } – { $outcome }
line-asked-on = Demandé { $day }. Nous demanderons ce qu’il en est { $again }.
line-not-answered = Personne n’a encore dit ce qu’il en est.
line-answered-by = { $outcome } – { $name }, { $when }
line-packet-title =
    { $by ->
        [caregiver] Le parent ou tuteur accepte que le service sache ceci, et rien d’autre. { $how ->
            [written] Accord écrit.
            [phone] Accord par téléphone.
           *[spoken] Accord donné de vive voix.
        }
        [child] L’enfant accepte que le service sache ceci, et rien d’autre. { $how ->
            [written] Accord écrit.
            [phone] Accord par téléphone.
           *[spoken] Accord donné de vive voix.
        }
        [together] L’enfant et le parent acceptent que le service sache ceci, et rien d’autre. { $how ->
            [written] Accord écrit.
            [phone] Accord par téléphone.
           *[spoken] Accord donné de vive voix.
        }
       *[relative] Un proche accepte que le service sache ceci, et rien d’autre. { $how ->
            [written] Accord écrit.
            [phone] Accord par téléphone.
           *[spoken] Accord donné de vive voix.
        }
    }
line-packet-field = { $field } : { $words }
line-packet-withdrawn = La famille a retiré son accord. Ne transmettez plus rien et prévenez le service.
line-ask-lack = De quoi a-t-on besoin ? { $code }
line-no-services = Aucun service n’est encore inscrit pour cela. Adressez-vous à la personne qui tient la liste.
line-same-lack = La même aide a déjà été demandée, sans réponse : { $words }. Vous pouvez quand même la redemander.
# unasked
line-service-answered = Il y a du nouveau sur une demande : { $code }
line-share-unset = Le partage par lien n’est pas configuré ici. Adressez-vous à la personne qui gère ce service.
line-share-link = Ne donnez ce lien qu’au service. Il s’ouvre une seule fois, jusqu’à { $when }. Vous pouvez le retirer depuis le plan.
line-share-title = Transmis par la famille à l’attention de : { $name }
share-part =
    { $which ->
        [strengths] Forces
        [goals] Objectifs acceptés par la famille
        [needs] Aide demandée
       *[contacts] Qui travaille avec la famille
    }
line-share-nothing = Rien pour le moment.
line-shared-with =
    { $state ->
        [waiting] Transmis à { $name }, pas encore ouvert. Fin du lien : { $when }.
        [opened] Transmis à { $name }, ouvert : { $when }.
        [ended] Transmis à { $name }, retiré : { $when }.
       *[expired] Transmis à { $name }, jamais ouvert. Fin du lien : { $when }.
    }
line-share-taken-back = Retiré. Le lien ne s’ouvre plus.
line-share-ready = Une famille vous transmet un résumé. Il s’ouvre une seule fois : appuyez quand vous êtes prêt à le lire.
line-share-gone = Ce lien ne s’ouvre pas. Il a peut-être servi, été retiré ou pris fin. Demandez-en un nouveau à la famille ou à la personne qui l’accompagne.

## Cases and drafts

line-ask-case = Quelle famille ?
line-no-cases = Aucun dossier ne vous est encore confié. Parlez-en à votre superviseur.
line-case-unknown = Je ne trouve pas ce code parmi vos dossiers. Vérifiez-le, ou choisissez dans la liste.
line-drafts-title = Vos brouillons ouverts
line-no-drafts = Vous n’avez aucun brouillon ouvert.
line-draft-begun = Vous avez déjà commencé un compte rendu pour { $code } (enregistré { $when }). Voulez-vous le continuer ?
line-same-visit = Un compte rendu pour { $code } a été envoyé { $when }. Est-ce la même visite ?
line-ask-leaving = Vos réponses pour { $code } sont enregistrées. Garder le brouillon ou le supprimer ?
line-draft-kept =
    { $kept ->
        [always] Le brouillon pour { $code } est gardé. Continuez-le avec /drafts.
       *[until] Le brouillon pour { $code } est gardé jusqu’à { $day }. Continuez-le avec /drafts.
    }
line-draft-discarded = Le brouillon pour { $code } est supprimé.
line-nothing-to-cancel = Rien n’est ouvert en ce moment.
# unasked
line-draft-warning = Un brouillon vous attend : { $code }. Je le garde jusqu’à { $day }, puis il est supprimé. Continuez-le ou supprimez-le.

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
line-answered-before = Votre réponse actuelle : { $answer }
line-choose-several = Choisissez tout ce qui convient, puis touchez Terminé.
line-may-answer-by =
    { $how ->
        [voice] Écrivez, ou envoyez un message vocal.
        [photo] Écrivez, ou envoyez une photo.
        [both] Écrivez, ou envoyez un message vocal ou une photo.
       *[text] Écrivez votre réponse.
    }
line-alert-raised =
    { $count ->
        [one] { $count } personne qui peut agir vient d’être prévenue. Terminez le compte rendu si vous le pouvez.
       *[other] { $count } personnes qui peuvent agir viennent d’être prévenues. Terminez le compte rendu si vous le pouvez.
    }
line-alert-reached-nobody = Je n’ai pu joindre personne. Appelez votre superviseur maintenant. Si quelqu’un est en danger en ce moment même, appelez le numéro d’urgence. Votre réponse est enregistrée.

## Slips

line-not-a-number = Il me faut un nombre, par exemple 3.
line-ambiguous-number = Un nombre comme 1,234 peut se lire de deux façons. Écrivez 1234, ou 1,2340 si c’est un peu plus que 1.
line-not-a-whole-number = Il me faut un nombre entier, par exemple 3.
line-too-many-digits =
    { $limit ->
        [one] Ce nombre est trop long. Je peux garder { $limit } chiffre.
       *[other] Ce nombre est trop long. Je peux garder { $limit } chiffres.
    }
line-out-of-range = Donnez un nombre de { $start } à { $end }.
line-not-allowed-plain = Cette réponse ne convient pas à la question. Essayez-en une autre.
line-not-a-date = Je n’ai pas compris cette date. Écrivez-la ainsi : { $example }.
line-ambiguous-date = Cette date peut se lire de deux façons. Écrivez le mois en lettres, ainsi : { $example }.
line-not-a-time = Je n’ai pas compris cette heure. Écrivez-la ainsi : 14:30.
line-no-such-choice = Je ne trouve pas cela parmi les réponses. Touchez un bouton, ou écrivez ses mots ou son numéro.
line-several-choices = Plusieurs réponses correspondent. Touchez celle que vous voulez.
line-too-long =
    { $limit ->
        [one] Ce texte est trop long. Je peux garder { $limit } caractère.
       *[other] Ce texte est trop long. Je peux garder { $limit } caractères. Envoyez le plus important.
    }
line-answer-needed = Il me faut une réponse ici pour continuer.
line-media-not-taken = Je ne peux pas utiliser de fichier pour cette question. Touchez un bouton ou écrivez.
line-not-to-keep =
    { $purpose ->
        [photo] Cette famille ne souhaite pas que des photos soient gardées ; la vôtre ne l’a pas été. Merci de l’écrire avec des mots.
       *[voice] Cette famille ne souhaite pas que des messages vocaux soient gardés ; le vôtre ne l’a pas été. Merci de l’écrire avec des mots.
    }
line-may-keep =
    { $purpose ->
        [photo] { $given ->
            [yes] Des photos peuvent être gardées
           *[no] Aucune photo n’est gardée
        }
       *[voice] { $given ->
            [yes] Des messages vocaux peuvent être gardés
           *[no] Aucun message vocal n’est gardé
        }
    } – { $listened ->
        [yes] { $listener }, { $when }, sur le téléphone de { $name }
       *[no] { $name }, { $when }
    }
line-ask-to-keep = Votre photo ou message vocal est gardé. La famille n’a pas encore dit si cela lui convient : demandez-le-lui. Elle peut dire non, cela ne lui coûte rien.
line-file-too-large = Ce fichier est trop lourd pour moi. Envoyez-en un plus court, 20 Mo au plus.
line-media-needed = Envoyez ici un message vocal, une photo ou un fichier.
line-text-not-taken = Un texte ne convient pas ici. Touchez un bouton ou envoyez ce que je demande.
line-slip-help =
    { $skip ->
        [yes] Ce n’est pas grave. Vous pouvez passer cette question, ou faire une pause et demander à votre superviseur. Vos réponses sont gardées.
       *[no] Ce n’est pas grave. Vous pouvez faire une pause et demander à votre superviseur. Vos réponses sont gardées.
    }
line-sticker-thanks = Merci, c’est gentil.
line-not-an-answer = Je ne peux pas prendre cela comme réponse. Touchez un bouton ou écrivez.
line-ask-forwarded = Ce texte transféré est-il votre réponse ?

## Check and receipt

line-check-title = { $title } · { $code } · vérifiez vos réponses
line-ask-send = Tout est correct ?
line-report-sent = Le compte rendu pour { $code } est envoyé.
line-receipt =
    { $corrected ->
        [yes] Enregistré : { $code }. La version corrigée fait foi maintenant. Prochaine visite : { $day }. Merci.
       *[no] Enregistré : { $code }. Prochaine visite : { $day }. Merci.
    }
line-received =
    { $corrected ->
        [yes] Enregistré : { $title } · { $code }. C’est la version corrigée qui compte. Merci.
       *[no] Enregistré : { $title } · { $code }. Merci.
    }
line-receipt-help = Une erreur ? Vous pouvez annuler l’envoi pendant 10 minutes. Vous pouvez aussi corriger plus tard.
line-undone = Le compte rendu pour { $code } est retiré. Il ne compte plus. S’il en remplaçait un autre, celui-ci compte de nouveau.
line-undo-too-late = Il est trop tard pour annuler. Vous pouvez corriger le compte rendu.
line-report-closed = Ce compte rendu a déjà été remplacé ou retiré.
line-ask-reason = Pourquoi corriger maintenant le compte rendu pour { $code } ? Une phrase suffit.

## Alerts

# unasked
line-alert-push =
    { $count ->
        [one] { $count } élément a besoin de vous maintenant. { $code }
       *[other] { $count } éléments ont besoin de vous maintenant. { $code }
    }
# unasked
line-alert-still =
    { $count ->
        [one] 1 point vous attend toujours. { $code }. Personne ne s’en occupe depuis { $count } minute.
       *[other] 1 point vous attend toujours. { $code }. Personne ne s’en occupe depuis { $count } minutes.
    }
# unasked
line-alert-still-hours =
    { $count ->
        [one] 1 point vous attend toujours. { $code }. Personne ne s’en occupe depuis { $count } heure.
       *[other] 1 point vous attend toujours. { $code }. Personne ne s’en occupe depuis { $count } heures.
    }
# unasked
line-alert-still-days =
    { $count ->
        [one] 1 point vous attend toujours. { $code }. Personne ne s’en occupe depuis { $count } jour.
       *[other] 1 point vous attend toujours. { $code }. Personne ne s’en occupe depuis { $count } jours.
    }
# unasked
line-outcome-missing =
    { $count ->
        [one] 1 point vous attend de nouveau. { $code }. Quelqu’un l’a pris il y a { $count } heure, et rien n’a été écrit depuis.
       *[other] 1 point vous attend de nouveau. { $code }. Quelqu’un l’a pris il y a { $count } heures, et rien n’a été écrit depuis.
    }
# unasked
line-outcome-missing-days =
    { $count ->
        [one] 1 point vous attend de nouveau. { $code }. Quelqu’un l’a pris il y a { $count } jour, et rien n’a été écrit depuis.
       *[other] 1 point vous attend de nouveau. { $code }. Quelqu’un l’a pris il y a { $count } jours, et rien n’a été écrit depuis.
    }
# unasked
line-nobody-yet = { $code } : personne n’a encore répondu. Je continue d’appeler. Téléphonez maintenant à votre superviseur ou à un responsable.
line-call-emergency = Si cela ne peut pas attendre, appelez le numéro d’urgence.
line-call-one-of = Si cela ne peut pas attendre, appelez l’un de ces numéros :
line-details-asked = Les détails demandés : { $code }
line-alert-about =
    { $named ->
        [yes] { $code } ({ $alias })
       *[no] { $code }
    }
    .by = Danger signalé par { $reporter }, { $when }
line-alert-open = Personne ne s’en occupe encore.
# unasked
line-alert-taken = Du nouveau pour { $code } : quelqu’un s’en occupe maintenant et agit. Si vous apprenez autre chose, dites-le-lui directement.
    .by = Avec : { $name }
line-alert-yours = Vous vous occupez maintenant de { $code }. Les autres sont prévenus. Merci.
line-family-not-safe = La famille dit : nous ne sommes pas en sécurité.
line-family-wants-call = La famille dit : nous ne sommes pas en sécurité. Elle demande à être appelée.
line-alert-outcome =
    { $ends ->
        [yes] C’est terminé. Écrit par { $name }, { $when }
       *[no] Pas encore terminé. Écrit par { $name }, { $when }
    }
# unasked
line-alert-looked-after = { $code } : on s’est occupé de ce qui avait été signalé. Merci.
# unasked
line-alert-more = { $code } : il y a du nouveau à lire sur ce qui a été signalé.
line-alerts-stand = Ces alertes n’ont pas encore de fin :
line-danger-stands =
    { $taken ->
        [yes] Danger signalé { $day } – { $name } s’en occupe
       *[no] Danger signalé { $day } – personne ne s’en occupe encore
    }
line-danger-was =
    { $which ->
        [reported] { $day } : danger signalé – { $name }
        [taken] { $day } : danger pris en charge – { $name }
       *[ended] { $day } : danger écarté – { $name }
    }

## A family's own call

line-ask-not-safe = Êtes-vous en danger en ce moment, vous ou l’enfant ? Si vous dites oui, des personnes qui peuvent aider sont prévenues tout de suite. Nous ne disons rien à personne chez vous.
line-ask-clear =
    Effacer cette conversation ? Nos messages des deux derniers jours sont supprimés.

    Ce que vous avez dit à votre équipe reste chez elle, et personne n’apprend cet effacement.

    Je ne peux pas supprimer les plus anciens : appuyez longuement sur la conversation dans votre liste, puis Supprimer.
line-no-help-here = Je ne peux prévenir personne d’ici. En cas de danger, appelez le numéro d’urgence ou allez chez quelqu’un de confiance.
line-call-reached =
    { $count ->
        [one] { $count } personne qui peut aider vient d’être prévenue. Vous avez bien fait.
       *[other] { $count } personnes qui peuvent aider viennent d’être prévenues. Vous avez bien fait.
    }
line-call-reached-nobody = Personne n’a pu être joint pour l’instant. Votre appel est gardé et sera vu. Si vous le pouvez, appelez maintenant le numéro d’urgence, ou allez chez quelqu’un de confiance.
line-called-already = Ils le savent déjà. Un appel suffit.
line-call-next =
    { $call ->
        [yes] Quelqu’un s’en occupe et vous appelle. Nous ne vous écrirons pas à ce sujet, pour que personne ne le lise.
       *[no] Quelqu’un s’en occupe et cherche un moyen sûr de vous joindre. Nous ne vous écrirons pas à ce sujet, pour que personne ne le lise.
    }
line-call-more = Si vous voulez, dites-en plus ici, par écrit ou par message vocal. Rien ne vous y oblige. Vous pouvez effacer cette conversation à tout moment.
line-call-noted = Merci. C’est gardé, et ils savent qu’il y a du nouveau.
line-call-full = Merci. J’ai gardé tout ce que je pouvais. Dites le reste à la personne qui vous joindra.

## Ouvrir un dossier

line-ask-alias = Comment ceux qui connaissent la famille l’appellent-ils ? Écrivez quelques mots qui permettent à vos collègues et à vous de la reconnaître, pas le nom complet. Je cherche d’abord si elle est déjà connue.
line-some-alike = « { $name } » : est-ce l’un de ces dossiers ?
line-alike-elsewhere = { $code } porte un nom semblable, mais n’est pas à vous. Avant d’ouvrir un nouveau dossier, parlez-en avec la personne qui vous supervise.
line-none-alike = Aucun dossier de votre équipe ne porte un nom semblable à « { $name } ». En ouvrir un ?
line-case-opened = Le dossier { $code } est ouvert, et vous en êtes responsable. Commencez par le premier contact quand vous aurez parlé avec la famille.

## Self-referral

# unasked
line-help-asked = Quelqu’un demande de l’aide : { $code }
line-help-follows = L’équipe lit maintenant votre demande et décide qui prendra contact avec vous, de la façon que vous avez dite sûre. Demander ne coûte rien, et vous pouvez arrêter à tout moment.
line-help-waits = { $code } : l’équipe a reçu votre demande. Quelqu’un prendra contact avec vous.
line-nobody-leads = Personne ne suit encore ce dossier.

## Inviter

line-ask-invite-role = Qui invitez-vous dans l’équipe ? Pour inviter quelqu’un d’une famille, ouvrez son dossier.
line-ask-invite-team = Dans quelle équipe invitez-vous quelqu’un ?
line-ask-invite-case = Pour quelle famille invitez-vous quelqu’un ?
line-ask-invite-kin = Qui invitez-vous pour { $code } ?
line-ask-vouch = Un enfant peut avoir son propre accès à partir de { $years } ans environ. A-t-il dit qu’il le veut et sait-il qu’il peut arrêter à tout moment ? La personne qui s’occupe de lui a-t-elle dit oui ? Je le redemanderai à l’enfant avec des mots pour lui.
line-no-invite = Il n’y a personne que vous puissiez inviter ici. Demandez à votre superviseur.
line-invited = Le message suivant est l’invitation. Envoyez-le à cette seule personne. Il marche une fois, jusqu’au { $day }. Quand il aura servi, je vous demanderai si c’est la bonne personne ; avant votre oui, elle ne voit rien.
line-invited-to-ask = Le message suivant est l’invitation. Envoyez-le à cette seule famille. Il marche une fois, jusqu’au { $day }. La personne qui l’utilise ne voit le dossier de personne et peut tout de suite demander de l’aide à votre équipe. Je vous préviens quand il a servi.
line-invitation =
    { $linked ->
        [yes] Une invitation à { -brand }, pour vous seulement. Elle marche une fois, jusqu’au { $day }. Ouvrez ce lien et touchez Démarrer :
       *[no] Une invitation à { -brand }, pour vous seulement. Elle marche une fois, jusqu’au { $day }. Écrivez ceci au bot :
    }
line-invitation-code =
    { $linked ->
        [yes] Ou écrivez ce code à { $bot } ; il marche jusqu’au { $day }, { $time } :
       *[no] Ou écrivez ce code au bot ; il marche jusqu’au { $day }, { $time } :
    }
line-number-offered = Connaissez-vous son numéro de téléphone ? Ajoutez-le : la personne commence dès qu’elle partage le même.
line-ask-number = Quel est le numéro de téléphone de la personne que vous invitez ? Écrivez-le, ou envoyez-moi son contact.
line-number-use = La personne qui ouvre l’invitation est priée de partager son propre numéro ; si c’est le même, elle commence aussitôt. Je ne le garde pas, seulement une marque dont personne ne peut le retrouver.
line-number-unclear = Je n’y vois pas de numéro de téléphone. Écrivez-le avec l’indicatif du pays, par exemple +243 810 123 456.
line-number-noted = C’est noté. Qui ouvre l’invitation est prié de partager son propre numéro. Si c’est celui-ci, l’accès s’ouvre aussitôt ; sinon, je vous demande d’abord.
line-number-too-late = On ne peut plus ajouter de numéro à cette invitation : quelqu’un l’a utilisée, ou elle n’est plus valable.
line-ask-to-share = La personne qui vous a invité a donné un numéro de téléphone. Partagez le vôtre avec le bouton ci-dessous : si c’est le même, vous pouvez commencer aussitôt.
line-share-use = Je le compare seulement, je ne le garde pas. Vous pouvez aussi continuer sans ; je demande alors à la personne qui vous a invité.
line-share-by-button = Merci d’utiliser un des deux boutons ci-dessous. Seul le premier me montre qu’un numéro est le vôtre.
line-number-same = Merci. C’est bien le numéro attendu.
line-number-answer =
    { $answer ->
        [same] Le numéro partagé est celui que vous avez donné.
        [other] Le numéro partagé n’est pas celui que vous avez donné.
        [foreign] Le contact envoyé n’est pas celui de la personne elle-même.
       *[withheld] Aucun numéro n’a été partagé.
    }
# unasked
line-newcomer-matched = Quelqu’un a utilisé une de vos invitations et partagé le numéro que vous aviez donné. L’accès est ouvert.
# unasked
line-newcomer-joined = Quelqu’un a utilisé une de vos invitations. Merci de vérifier que c’est la bonne personne.
line-asker-joined = Quelqu’un à qui vous avez donné un code pour demander de l’aide est là. Cette personne peut la demander ; vous n’avez rien à faire.
line-newcomer-asked = Les détails demandés. Regardez-les là où personne d’autre ne lit.
line-newcomer-about =
    { $coded ->
        [yes] { $name } – { $as }, { $code }. Est-ce la personne que vous vouliez inviter ?
       *[no] { $name } – { $as }. Est-ce la personne que vous vouliez inviter ?
    }
line-newcomer-in = { $name } peut commencer. Si ce n’est pas la bonne personne, mettez fin à l’accès ici.
line-newcomer-out = L’accès de { $name } est terminé. Pour inviter la bonne personne, envoyez /invite.
line-newcomer-not-here = { $name } n’a pas de place dans ce dossier. Le reste de son accès ne change pas.
line-waits-for-yes = Merci. La personne qui vous a invité confirmera que c’est bien vous. D’ici là, je ne montre rien. Je vous écrirai.
line-place-waits = Merci. La personne qui vous a invité confirmera que c’est bien vous. Ensuite, vous le trouverez aussi ici. Je vous écrirai.
line-place-already = Vous en faites déjà partie. L’invitation reste inutilisée ; il n’y a rien d’autre à faire.
line-account-already = Vous avez déjà un compte ici, et cette invitation est pour quelqu’un qui n’en a pas. Elle reste inutilisée. Si quelque chose a changé pour vous, parlez-en à la personne qui vous l’a donnée.
# unasked
line-may-begin = Vous pouvez commencer. Envoyez /menu pour voir ce qu’il y a pour vous.
line-child-words =
    Ici, tu peux lire ce qui a été convenu avec toi, dire comment ça va et dire quand tu as besoin d’aide.

    Je garde ton nom, ta langue et ce que tu écris ou dis ici. Les personnes qui travaillent avec toi et ta famille peuvent le lire. Personne d’autre.

    Si tu écris que tu n’es pas en sécurité, elles le sauront, parce qu’elles veulent te protéger.

    C’est toi qui décides. Tu peux dire non. Tu peux arrêter à tout moment, sans dire pourquoi. Personne ne sera fâché, et tu ne perds rien.

    Si tu ne comprends pas quelque chose, demande à la personne qui t’a invité.
## Review of reports

# unasked
line-approval-waits = Quelque chose attend votre accord : { $code }
line-approval-asked =
    { $count ->
        [0] Cela comptera dès qu’une personne responsable l’aura approuvé. Je n’ai pu joindre personne d’autre ; appelez, s’il vous plaît.
       *[other] Cela comptera dès qu’une personne responsable l’aura approuvé. La demande est partie, je vous tiendrai au courant.
    }
line-approved-already = { $code } : c’est approuvé et ne change plus. Si quelque chose est faux, parlez-en à votre responsable.
line-nothing-to-read = Tous les rapports sont lus.
line-reviews-title = Rapports à lire
line-review-of = { $code } · { $title } – { $name }, { $when }
line-signal =
    { $asked ->
        [yes] { $which ->
            [soon] C’est la deuxième visite en 8 heures. Est-ce exact ?
            [same] Toutes les réponses sont les mêmes que la dernière fois. Est-ce exact ?
            [unseen] L’enfant n’a pas été vu lors des dernières visites. Pourrez-vous le voir la prochaine fois ?
           *[quick] Ce rapport a pris moins de 20 secondes. Dit-il tout ce que vous voulez dire ?
        }
       *[no] { $which ->
            [soon] Deuxième visite en 8 heures
            [same] Mêmes réponses que la dernière fois
            [unseen] Enfant non vu lors des dernières visites
           *[quick] Rempli en moins de 20 secondes
        }
    }
factor-name =
    { $which ->
        [food] nourriture
        [nutrition] croissance
        [home] logement
        [care] qui prend soin de l’enfant
        [safety] sécurité
        [legal] papiers et droits
        [health] santé
        [treatment] soins de santé
        [feelings] sentiments
        [behaviour] vie avec les autres
        [learning] apprentissage
       *[school] école
    }
line-fell = { $factor } : { $from } → { $to }
line-fell-noted = Plus bas qu’à la dernière évaluation. Votre superviseur le lit aussi, pour que vous ne restiez pas sans appui.
line-come-first = Ceci devrait venir en premier : { $factors }. Un objectif peut commencer ici, avec la famille :
line-said =
    { $which ->
        [accepted] Lu par { $name }, { $when }
        [asked] { $name } demande, { $when } :
        [answered] { $name } répond, { $when } :
        [flagged] Signalé par { $name }, { $when } :
        [approved] Approuvé par { $name }, { $when }
       *[returned] Renvoyé par { $name }, { $when } :
    }
line-ask-words =
    { $which ->
        [asked] Que voulez-vous savoir sur { $code } ?
        [answered] Votre réponse sur { $code } : écrivez-la ou envoyez un message vocal.
        [flagged] Pourquoi faut-il parler de { $code } ? Seuls les responsables le liront.
       *[returned] Que faut-il changer avant d’approuver { $code } ?
    }
line-said-of =
    { $which ->
        [accepted] { $code } est marqué comme lu. Le merci figure dans le menu de la personne qui l’a envoyé.
        [asked] Votre question sur { $code } est partie.
        [answered] Merci. Votre réponse sur { $code } est partie.
        [flagged] { $code } est signalé. La personne qui l’a envoyé apprend que vous aimeriez lui parler.
        [approved] { $code } est approuvé et compte dès maintenant.
       *[returned] { $code } est renvoyé avec votre question.
    }
# unasked
line-review-news =
    { $which ->
        [accepted] Votre rapport { $code } a été lu. Merci.
        [asked] Une question sur votre rapport : { $code }
        [answered] Une réponse sur un rapport : { $code }
        [flagged] Au sujet de votre rapport { $code } : votre responsable aimerait en parler avec vous. Il est gardé tel quel. Merci pour votre travail.
        [approved] C’est approuvé et cela compte : { $code }. Merci.
       *[returned] Pas encore approuvé, il y a une question : { $code }
    }
line-already-said = C’est déjà réglé.
line-not-your-own = C’est vous qui l’avez envoyé ; une autre personne responsable le regarde.
line-own-alone = C’est vous qui l’avez envoyé, et l’équipe n’a pas d’autre responsable. Vous pouvez l’approuver ; cela est noté.
line-reports-read =
    { $count ->
        [one] { $count } de vos rapports a été lu et accepté ces 7 derniers jours. Merci.
       *[other] { $count } de vos rapports ont été lus et acceptés ces 7 derniers jours. Merci.
    }

## Partir, et ses propres données

role-name =
    { $which ->
        [family] famille
        [volunteer] bénévole
        [caseworker] travail social
        [supervisor] supervision
       *[manager] direction
    }
line-ask-leave = Voulez-vous partir ? Votre accès prend fin tout de suite et vous ne voyez plus rien. Ce que vous avez transmis reste dans les dossiers. Qui reçoit du soutien le garde. Pour revenir, il faut une nouvelle invitation.
line-goodbye = Vous êtes parti. Merci pour tout. Je ne vous écris plus.
line-last-on-duty = Si vous partez maintenant, plus personne ne recevra les alertes. Trouvez d’abord quelqu’un pour prendre votre place, puis envoyez de nouveau /leave.
# unasked
line-colleague-left = Quelqu’un de votre équipe est parti. Ce qui lui revenait attend maintenant une autre personne ; merci de voir qui le reprend. Son nom : { $name }
line-own-title = Ce qui est gardé sur vous
line-own-person =
    { $in_team ->
        [yes] { $name } – { $role }, { $team }
       *[no] { $name } – { $role }
    }
line-own-account = Numéro Telegram { $user } ; langue { $language } ; heure de { $city }
line-own-consent = Accord sur la confidentialité (version { $version }) : { $when }
line-own-reports = Comptes rendus envoyés : { $sent } ; brouillons ouverts : { $open }
line-own-rest = Sont gardés aussi : vos mots dans les comptes rendus, et qui a fait quoi et quand. Pour les lire ou les corriger, adressez-vous à la personne responsable du dossier.
line-ask-erasure = Voulez-vous demander la suppression de vos données ? Une personne regarde et répond sous { $days } jours. Ce que vous avez transmis sur une famille doit parfois rester dans son dossier.
line-erasure-asked = Votre demande de suppression est notée. Réponse au plus tard : { $day }. D’ici là tout continue ; pour mettre fin à votre accès maintenant, envoyez /leave.
# unasked
line-erasure-waits = Une demande vous attend : merci d’y répondre au plus tard { $day }.
line-erasure-about = { $name } – { $role } – demande la suppression de ses données ({ $when }). Réponse au plus tard : { $day }. Touchez le bouton quand c’est supprimé, ou que vous lui avez dit ce qui doit rester et pourquoi.
## Hand-over

line-people-title = Qui est là pour { $code }
line-family-objected = La famille préférerait quelqu’un d’autre que { $name }.
line-ask-who = Qui prend { $code } ?
line-ask-who-for-all = Qui reprend tous les dossiers de { $name } ({ $count }) ? Ce que la personne ne peut pas reprendre reste en place.
line-team-title = Votre équipe. Choisissez de qui les dossiers passent à quelqu’un d’autre.
line-nobody-else = Il n’y a personne à choisir.
line-place-changed = { $code } : c’est fait. Toutes les personnes concernées sont prévenues.
line-caseload-moved = Dossiers transmis : { $count }. Toutes les personnes concernées sont prévenues.
# unasked
line-place-news =
    { $which ->
        [given] Vous êtes là pour { $code } dès maintenant. Lisez d’abord ce qui a été convenu.
        [taken] { $code } est désormais dans d’autres mains. Merci pour tout. Si vous aviez commencé un compte rendu, il reste chez vous, mais ne peut plus être envoyé.
        [family] Une nouvelle personne est là pour vous : { $code }. Vous pouvez dire non ; cela ne vous coûte rien.
       *[objection] Souhait d’une autre personne : { $code }. Parlez-en ensemble, s’il vous plaît.
    }
# unasked
line-caseload-given = Dossiers qui sont les vôtres dès maintenant : { $count }. Lisez d’abord ce qui a été convenu.
# unasked
line-caseload-taken = Dossiers désormais dans d’autres mains : { $count }. Merci pour tout. Si vous aviez commencé des comptes rendus, ils restent chez vous, mais ne peuvent plus être envoyés.
line-objection-sent = { $code } : merci de l’avoir dit. Une personne responsable est prévenue et en parlera avec vous. Vous ne perdez rien.
line-brief-title =
    { $named ->
        [yes] À savoir sur { $code } · { $alias }
       *[no] À savoir sur { $code }
    }
line-worry = Une inquiétude à la dernière visite : { $words }
line-draft-out-of-reach = Ce dossier est dans d’autres mains, ceci ne peut donc plus être envoyé. Si c’est important, dites-le à votre responsable.

## Anywhere

line-old-button = Ce bouton est celui d’un message précédent. Utilisez le plus récent.
line-one-at-a-time = C’était beaucoup d’un coup. Je traite tout, dans l’ordre. Une chose à la fois, s’il vous plaît.
line-back-again = J’ai été injoignable un moment. Si vous avez touché un bouton entre-temps, touchez-le de nouveau.
line-noted = Bien noté
line-edit-noted = Votre changement est enregistré.
line-edit-too-late = Ce message ne peut plus changer le compte rendu. Vous pouvez corriger le compte rendu lui-même.
line-nothing-asked = Je n’attends pas de texte en ce moment. Envoyez /menu pour voir ce que vous pouvez faire.
line-private-only = Écrivez-moi en privé, s’il vous plaît. Je ne parle pas des dossiers dans un groupe.
line-not-saved-yet = Pas encore enregistré. Vos réponses sont en sécurité. Je vais réessayer.
line-not-saved = Je n’ai pas pu l’enregistrer. Veuillez l’envoyer encore une fois. Si cela se répète, prévenez votre superviseur.
line-repeated = (répétition) Vous avez peut-être déjà ce message.

## Buttons: at most 28 characters, the program adds an icon

label-menu = Menu
label-visit = Rendre compte d’une visite
label-visit-case =
    { $due ->
        [overdue] { $code } · depuis { $day }
        [today] { $code } · aujourd’hui
       *[later] { $code } · { $day }
    }
label-drafts = Brouillons
label-caseload = Dossiers
label-plan = Plan { $code }
label-goal = Objectif { $number }
label-decide = Décider
label-change-mind = Changer d’avis
label-tick-task = Étape { $number } faite
label-decide-here = La famille décide ici
label-nudge = Rappeler l’étape { $number }
label-timeline = Ce qui s’est passé
label-services = Aide des services
label-referral = Demande { $number }
label-show-packet = Voir ce qui est partagé
label-find-service = Chercher un service
label-another-service = Un autre service
lack-name =
    { $which ->
        [food] Alimentation
        [home] Logement
        [school] École
        [health] Santé
        [legal] Droit
        [feelings] Moral
        [safety] Sécurité
        [income] Revenus
        [documents] Papiers
       *[other] Autre chose
    }
label-end-share = Retirer : { $name }
label-show-once = Afficher maintenant
label-languages = Langue
label-zone = { $city } · { $time }
label-privacy = Confidentialité
label-help = Aide
label-agree = Je suis d’accord
label-not-now = Pas maintenant
label-more = Voir plus
label-earlier = Précédents
label-back = Retour
label-skip = Passer
label-cancel = Annuler
label-done =
    { $count ->
        [0] Terminé
       *[other] Terminé ({ $count })
    }
label-ok = OK
label-day =
    { $near ->
        [today] Aujourd’hui
        [yesterday] Hier
        [tomorrow] Demain
       *[other] { $day }
    }
label-pick-day = Un autre jour
label-weekday =
    { $day ->
        [Mon] lu
        [Tue] ma
        [Wed] me
        [Thu] je
        [Fri] ve
        [Sat] sa
       *[Sun] di
    }
label-month = { $month } { $year }
label-send = Envoyer le rapport
label-send-word = Envoyer
label-continue = Continuer
label-start-again = Recommencer
label-discard = Supprimer
label-keep = Garder pour plus tard
label-correct-that = Même visite : corriger
label-another-visit = Une autre visite
label-mine = Oui, ma réponse
label-not-mine = Non
label-correct = Corriger
label-undo = Annuler l’envoi
label-show = Voir
label-i-have-it = Je m’en occupe
label-hear = Écouter
label-look = Ouvrir
label-alert-of = Danger · { $day }
label-not-safe = Je suis en danger
label-clear-chat = Effacer la conversation
label-clear-now = Oui, effacer
label-tell-them = Oui, prévenez-les
label-call-me = Appelez-moi plutôt
label-new-case = Nouveau dossier
label-none-of-these = Aucun, ouvrir le dossier
label-open-case = Ouvrir le dossier
label-invite = Inviter
label-invite-role =
    { $which ->
        [family] famille en demande d’aide
        [volunteer] Bénévole
        [caseworker] Travail social
       *[supervisor] Supervision
    }
label-invite-family = Inviter la famille
label-invite-to-ask = Famille en demande d’aide
label-ask-for-help = Demander de l’aide
label-invite-kin =
    { $which ->
        [caregiver] Parent ou tuteur
        [child] Enfant
       *[relative] Proche
    }
label-both-agreed = Oui, les deux sont d’accord
label-add-number = Ajouter un numéro
label-share-number = Partager mon numéro
label-go-on-without = Continuer sans
label-right-person = Oui, la bonne personne
label-wrong-person = Non, mettre fin à l’accès
label-waiting =
    { $matter ->
        [decide] Objectifs à décider
        [promised] Vos étapes prévues
        [received] L’aide est-elle là ?
        [still_fine] Comment allez-vous ?
        [reword] Objectifs à changer
        [review] Plans à revoir
        [follow_up] Demandes à suivre
        [overdue] Étapes en retard
        [aftercare] Suivi après clôture
        [unled] Sans responsable
       *[quiet] Longtemps sans visite
    } ({ $count })
label-reviews = Rapports à lire ({ $count })
label-accept = Lu, merci
label-ask-about = Poser une question
label-flag = À discuter
label-approve = Approuver
label-send-back = Renvoyer
label-answer = Répondre
label-question-about = Question { $code }
label-away = Je serai absent
label-i-am-back = Je suis de retour
label-their-cases = Confier ses dossiers
label-own-record = Mes données
label-leave = Partir
label-leave-now = Oui, partir maintenant
label-ask-erasure = Supprimer mes données
label-erase-now = Oui, le demander
label-erasure-done = C’est réglé
label-people = Qui est là
label-assign = Ajouter quelqu’un
label-end-place = { $name } part
label-give-place = { $name } transmet
label-give-back = Rendre à { $name } ({ $count })
label-brief = À savoir
label-team = Équipe
label-rather-not = Plutôt quelqu’un d’autre

## The phone's command menu: at most 256 characters

command-start = Commencer
command-menu = Ce que vous pouvez faire
command-visit = Rendre compte d’une visite
command-cases = Vos dossiers
command-drafts = Continuer un brouillon
command-reminders = Quand et comment je vous rappelle
command-profile = Les réglages du programme
command-away = Dire que vous serez absent
command-language = Changer de langue
command-privacy = Ce qui est gardé et qui le voit
command-help = Comment ça marche
command-invite = Inviter quelqu’un
command-mydata = Ce qui est gardé sur vous
command-clear = Effacer ce qui est écrit ici
command-leave = Mettre fin à votre accès
command-cancel = Arrêter ce qui est ouvert

## Dates. Names of months and weekdays come from the program.

date-long =
    { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
date-typed = { $day } { $month } { $year }
date-short = { $weekday } { $day } { $month }
date-brief = { $day } { $month }
date-short-year = { $day } { $month } { $year }
day-near =
    { $near ->
        [today] aujourd’hui
        [yesterday] hier
       *[tomorrow] demain
    }
day-and-date = { $near }, { $date }
moment = { $day } à { $time }

## Answers in words

media-image = photo
media-audio = message vocal
media-video = vidéo
media-file = fichier
not-answered = sans réponse

## Words that people type. Separate them with commas; case and accents do not matter.

typed-yes = oui, o, ouais, d’accord, d'accord, ok, okay, vrai, yes
typed-no = non, n, pas, faux, no, aucun, aucune, rien, personne
typed-today = aujourd’hui, aujourd'hui, aujourdhui, ce jour
typed-yesterday = hier
typed-tomorrow = demain
typed-skip = passer, passe, passez, sauter, skip
typed-back = retour, revenir, précédent, précédente, back
typed-cancel = annuler, annule, annulez, arrêter, stop, cancel
typed-fillers = le, la, du, de, er, ce
# Twelve months and seven weekdays, from January and from Monday; a semicolon between them, other spellings only.
typed-months = jan; fev; ; avr; ; ; juill; aout; sep, sept; ; ; dec
typed-weekdays = ; ; ; ; ; ;

# Rappels
line-family-reminded = Il y a quelque chose à regarder, quand cela vous convient.
line-reminded =
    { $count ->
        [one] { $count } chose vous attend.
       *[other] { $count } choses vous attendent.
    }
line-late-in-team =
    { $count ->
        [one] Dans votre équipe, { $count } chose est en retard.
       *[other] Dans votre équipe, { $count } choses sont en retard.
    }
line-late-for-long =
    { $count ->
        [one] Dans le programme, { $count } chose est en retard depuis une semaine. L’équipe le sait.
       *[other] Dans le programme, { $count } choses sont en retard depuis une semaine. Les équipes le savent.
    }
line-due-is =
    { $rule ->
        [visit] Une visite est à faire : { $code }
        [review] Il est temps de revoir le plan : { $code }
        [follow_up] Merci de demander ce que l’aide est devenue : { $code }
        [promise] Une étape promise est à faire : { $code }
        [decide] Un objectif attend l’avis de la famille : { $code }
        [answer] Quelqu’un a une question sur votre compte rendu : { $code }
        [aftercare] Des nouvelles sont à prendre après la clôture : { $code }
       [quiet] C’est calme depuis un moment : { $code }
       *[document] Un document expire bientôt : { $code }
    }
line-due-within = N’importe quel jour du { $first } au { $last }. Prévu : { $day }
line-due-on = Prévu : { $day }
line-because-risk =
    { $last ->
        [none] Pourquoi : risque { $risk }, une visite tous les { $days } jours.
       *[other] Pourquoi : risque { $risk }, une visite tous les { $days } jours. Dernière visite : { $last }
    }
line-because-move = Pourquoi : l’enfant a déménagé le { $day } ; pour l’instant, une visite tous les { $days } jours.
line-because-agreed = Pourquoi : ce jour a été convenu à la dernière visite.
line-because-chosen = Pourquoi : une personne responsable a choisi ce jour.
line-because-first-contact = Pourquoi : personne n’a encore rencontré la famille ; risque { $risk }.
line-because-review-every = Pourquoi : un plan est revu tous les { $days } jours.
line-because-review-agreed = Pourquoi : ce jour a été choisi pour la prochaine revue.
line-because-follow-up = Pourquoi : un service a été sollicité, et personne n’a encore dit s’il a aidé.
line-because-promised = Pourquoi : c’est promis pour ce jour.
line-because-proposed = Pourquoi : ces mots attendent depuis le { $day }.
line-because-asked = Pourquoi : la question a été posée le { $day }.
line-because-closed = Pourquoi : le dossier a été clos le { $day }.
line-because-expires = Pourquoi : il expire le { $day }.
line-because-quiet = Pourquoi : aucun contact avec la famille depuis le { $day } ; il en faut un au moins tous les { $days } jours.
every-day = Tous les jours
line-preferences-title = Comment je vous rappelle les choses
line-told-from = { $days } · à partir de { $morning } · pas entre { $from } et { $until } · heure de { $city } · { $language }
line-told-between = { $days } · entre { $from } et { $until } · heure de { $city } · { $language }
line-next-told = Prochain message : { $moment }, ou peu après
line-nothing-planned = Pour le moment, aucun message n’est prévu pour vous.
line-danger-any-hour = Un danger est signalé à toute heure à qui est de service.
line-only-then = Je ne vous écris jamais à d’autres moments sans que vous l’ayez demandé. Vous pouvez changer cela à tout moment.
line-ask-morning = À quelle heure les rappels du jour doivent-ils arriver ? Choisissez, ou écrivez une autre heure, par exemple 9:30.
line-ask-days = Quels jours puis-je vous écrire ? Touchez un jour pour le changer.
line-ask-quiet-from = À partir de quand dois-je me taire ? Choisissez, ou écrivez une autre heure, par exemple 21:30.
line-ask-safe-from = À partir de quand puis-je vous écrire ? Choisissez, ou écrivez une autre heure, par exemple 16:30.
line-ask-until = Et jusqu’à quand ?
line-preference-set = Merci. Désormais, c’est ainsi.
line-zone-set = Vos heures sont maintenant celles de { $city }. Les jours prévus ne changent pas.
line-in-quiet-hours = C’est pendant vos heures calmes. Changez-les d’abord, s’il vous plaît.
line-hours-too-short = Laissez-moi au moins une heure par jour, s’il vous plaît.
line-one-day-at-least = Laissez-moi au moins un jour, s’il vous plaît.
label-preferences = Rappels
label-choose-morning = Heure
label-choose-days = Jours
label-choose-quiet = Heures calmes
label-choose-hours = Heures
label-time-zone = Fuseau horaire
label-as-usual = Comme d’habitude
line-ask-put-off = Quand dois-je vous le redire ?
line-put-off-to = Je vous le redirai : { $moment }. Le jour prévu ne change pas.
line-put-off-too-often = Vous l’avez reporté trois fois. Merci d’y répondre, ou d’en parler avec votre responsable.
line-put-off-too-late = Ce serait trop tard. Merci de choisir un autre moment, ou d’y répondre maintenant.
line-late-title = Retards et silences, le plus ancien d’abord
line-nothing-late = Rien n’est en retard et personne n’est silencieux. Merci de veiller sur votre équipe.
line-ask-which-team = Quelle équipe ?
line-late-with-nobody = Encore à personne
line-span-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
line-late-thing =
    { $untold ->
        [yes] { label-reminder } – { $days } de retard ; aucun rappel n’est parvenu
       *[no] { label-reminder } – { $days } de retard
    }
line-late-count = En retard : { $things } ; le plus long : { $days }
line-quiet-since = Silence depuis le { $day }
line-quiet-means = Silence : aucun compte rendu pendant plus de deux fois le plus court délai entre les visites de ses dossiers.
line-days-late = { $days } de retard
line-never-told = Aucun rappel de cela n’est parvenu à temps.
line-not-reached-here = Impossible de lui écrire ici en ce moment. Peut-être un appel ?
# unasked
line-how-does-it-go = Votre responsable demande comment cela se passe pour { $code }. Si quelque chose vous en empêche, dites-le-lui : ensemble, on trouve une solution.
line-asked-now = On demande à { $name } comment cela se passe, avec des mots amicaux.
line-asked-later = La question sera posée à { $name } à ses heures : { $moment }.
line-asked-already = La question est posée à { $name } une fois par jour au plus, et elle l’a déjà été.
line-ask-they-back-on = Quel jour est le retour de { $name } ? D’ici là, aucun rappel ne lui est envoyé. Choisissez un jour, ou écrivez-en un autre, comme 16 mars.
# unasked
line-away-for-you = Votre responsable a noté votre absence, avec un retour le { $day }. D’ici là, rien n’est attendu de vous.
line-away-for-noted = Noté : retour de { $name } le { $day } ; un message le lui dit. Merci de choisir qui prend le relais.
label-late-and-quiet = Retards et silences
label-ask-after = Demander où ça en est
label-give-on = Confier à quelqu’un
label-they-are-away = Noter une absence
label-reminder =
    { $rule ->
        [visit] { $code } · visite
        [review] { $code } · plan
        [follow_up] { $code } · aide
        [promise] { $code } · promesse
        [decide] { $code } · objectif
        [answer] { $code } · question
        [aftercare] { $code } · nouvelles
       [quiet] { $code } · contact
       *[document] { $code } · document
    }
label-later = Plus tard
label-done-already = Déjà fait
label-cannot-go = Je ne peux pas
label-put-off =
    { $when ->
        [hour] Dans une heure
        [evening] Ce soir
       *[tomorrow] Demain
    }

# Settings of the programme
line-settings-file = Réglages du programme, version { $version }
line-ask-settings = Changez des valeurs dans ce fichier, enregistrez-le en CSV et envoyez-le ici. Je vous montre d’abord ce qui en suivrait. Rien ne change avant votre accord.
line-settings-for-managers = Les réglages sont entre les mains de ceux qui dirigent le programme.
line-file-not-asked = Je ne garde un fichier que là où j’en demande un ; celui-ci n’est donc pas gardé.
line-settings-looking = Je regarde votre fichier. Rien ne change encore.
line-settings-unreadable =
    { $why ->
        [other_kind] Envoyez les réglages sous forme de fichier CSV, s’il vous plaît.
        [too_large] Ce fichier est trop grand pour des réglages. Envoyez le fichier CSV que je vous ai donné.
        [workbook] C’est un classeur. Enregistrez-le en CSV et envoyez celui-là.
        [not_text] Je ne peux pas lire ce fichier. Enregistrez-le en CSV avec UTF-8 et envoyez celui-là.
        [lost] Telegram ne m’a pas donné le fichier. Envoyez-le encore une fois, s’il vous plaît.
       *[not_settings] Je ne trouve aucun réglage dans ce fichier. Envoyez le fichier CSV que je vous ai donné.
    }
line-settings-wrong =
    { $count ->
        [one] Une ligne ne convient pas encore. Rien n’a changé.
       *[other] { $count } lignes ne conviennent pas encore. Rien n’a changé.
    }
line-settings-problem = Ligne { $row }, { $column } :
settings-unknown = le réglage « { $name } » n’existe pas. Reprenez les noms du fichier que je vous ai donné.
settings-twice = { $name } se trouve déjà à la ligne { $row }. Gardez l’une des deux.
settings-crowded = { $name } a plus d’une valeur. Gardez-en une, entre guillemets si elle a une virgule.
settings-cell = { $name } ne peut pas être « { $given } ».
settings-clash = { $name } ne va pas avec les autres.
settings-right =
    { $kind ->
        [number] Écrivez un nombre entier de { $from } à { $until }.
        [minutes] Écrivez des minutes, de { $from } à { $until }.
        [hours] Écrivez des heures, de { $from } à { $until }.
        [time] Écrivez une heure du jour, comme 08:00 ou 20:30.
        [within] Écrivez 72 heures ou 30 jours au plus, comme 24 hours ou 3 days.
        [weekdays] Écrivez des jours de la semaine, comme mon tue wed.
        [dates] Écrivez des dates séparées par des espaces, comme 2026-12-25 2026-12-26.
        [holiday] Écrivez l’un de ceux-ci : { $words }.
        [numbers] Écrivez au plus 8 noms avec leurs numéros, séparés par ;, comme Police 999; Childline 116.
       *[as_sent] Laissez-le tel qu’il est dans le fichier que je vous ai donné.
    }
settings-sense =
    { $clash ->
        [visits] Un risque plus élevé demande autant de jours qu’un risque plus faible, ou moins.
        [phases] Chaque période après un déménagement doit finir après la précédente.
        [contact] Un nouveau cas à risque plus élevé est rencontré aussi tôt qu’un autre, ou plus tôt.
        [last] Le dernier rappel doit venir avant la visite suivante. Rappelez plus tôt ou visitez moins souvent.
        [ahead] Le premier rappel doit venir après la visite précédente. Rappelez plus tard ou visitez moins souvent.
        [after] Le dernier rappel doit venir après celui d’avant.
        [above] Les superviseurs sont d’abord avertis du risque élevé, puis du reste, et les responsables en dernier.
        [quiet] Les heures calmes doivent laisser au moins une heure pour écrire.
        [morning] Les rappels du jour doivent venir hors des heures calmes.
        [family_hours] Laissez au moins une heure où l’on peut écrire aux familles.
        [family_days] Nommez au moins un jour.
        [weekend] Laissez au moins un jour de travail.
       *[later] La seconde fois doit venir après la première.
    }
line-settings-more = … et { $count } de plus
line-settings-old = Ce fichier vient de la version { $from }, et c’est la version { $now } qui est en vigueur. Il annulerait ce qui a changé depuis ; je n’ai donc rien changé. Prenez le fichier actuel, s’il vous plaît.
line-settings-same = Ce fichier dit ce qui est déjà en vigueur. Rien n’a changé.
line-settings-effect = Votre fichier convient. Est-ce que ce sera ainsi désormais ?
line-settings-change = { $name } : { $before } → { $after }
line-settings-move =
    { $rule ->
        [visit] Visites : { $parts }
        [review] Révisions du plan : { $parts }
        [follow_up] Suivis de services : { $parts }
        [promise] Étapes promises : { $parts }
        [decide] Objectifs qui attendent une famille : { $parts }
        [answer] Questions sur des rapports : { $parts }
        [aftercare] Nouvelles après la clôture : { $parts }
       [quiet] Familles sans contact : { $parts }
       *[document] Documents : { $parts }
    }
settings-earlier = { $count } plus tôt
settings-later = { $count } plus tard
settings-new = { $count } de plus
settings-gone = { $count } en moins
line-settings-nothing-moves = Aucune échéance ne bouge.
line-settings-retold = Les rappels viennent à d’autres heures ou d’autres jours.
line-settings-days-off-kept = Les rappels viennent quand même ces jours-là. Pour changer cela, écrivez « next working day » ou « previous working day » à on_holiday.
line-settings-set = La version { $version } est en vigueur. Les échéances suivent en quelques minutes.
line-settings-left = Tout reste comme c’est.
line-settings-meanwhile = Les réglages ont changé entre-temps ; votre fichier n’a donc rien changé. Prenez le fichier actuel, s’il vous plaît.
label-settings = Réglages
label-settings-file = Fichier actuel
label-use-settings = Appliquer
label-leave-settings = Ne rien changer
