### Las palabras del bot en español. Not yet checked by a speaker.
### Icons, bold and line spacing come from the program.
### Messages marked "unasked" reach people who did not ask: no names, nothing about a family, the code within the
### first 60 characters.

-brand = Kinkeeper
language-name = Español

## Joining

line-welcome = Le damos la bienvenida a { -brand }. Le ayudo a informar de sus visitas, paso a paso.
line-welcome-family = Le damos la bienvenida a { -brand }. Aquí puede leer lo acordado, decir cómo va y decidir por su cuenta.
line-welcome-to-ask = Le damos la bienvenida a { -brand }. Aquí puede pedir ayuda para su familia. Antes, tres preguntas cortas.
line-ask-language = ¿Qué idioma prefiere?
line-ask-zone = ¿Dónde está usted? En { $city }, la hora es ahora { $time }. Elija el lugar que tiene su misma hora, o escriba el nombre de una ciudad cercana.
line-zone-unknown = No conozco esa ciudad. Escriba una ciudad grande con su misma hora, por ejemplo Lima.
line-privacy-words =
    Qué guardo: su nombre, su cuenta de Telegram, su idioma, lo que escribe y los informes que envía, con voz y fotos. Es para que las familias reciban el apoyo que necesitan.

    Quién lo ve: usted, el personal responsable del caso y las pocas personas que administran este servicio. Se anota quién abre una alerta de peligro.

    Protección: nombres, notas, voz y fotos se guardan cifrados. Telegram lleva nuestros mensajes y puede verlos. Escriba el código del caso, no los nombres.

    Tiempo: un borrador se cierra a los 7 días, salvo que avise de un peligro. Lo que envía queda, cifrado, hasta que el programa lo borre.

    Sus derechos: pedir ver sus datos, corregirlos o borrarlos, y dejarlo cuando quiera. Envíe /mydata o /leave.

    Las familias pueden negarse. Negarse no les cuesta nada: conservan todos los servicios.
line-ask-consent = ¿Está de acuerdo?
line-not-agreed = Está bien. No he guardado nada más. Sin su acuerdo no puedo recibir informes. Puede aceptar más tarde con /privacy.
line-invitation-only = Hola. { -brand } funciona con invitación. Si le dieron un código, escríbalo aquí. Si no, pida una invitación a quien le acompaña.
line-invitation-wrong = Esta invitación no funciona. Si escribió un código, revise cada letra y cada número. Si no, pida una nueva a quien le invitó.
line-access-ended = Su acceso a { -brand } ha terminado; si tiene preguntas, hable con quien era su supervisor.
line-language-set = Desde ahora escribo en español.

## Menu

line-menu-title = ¿Qué desea hacer?
line-visits-due =
    { $count ->
        [one] { $count } visita pendiente.
       *[other] { $count } visitas pendientes.
    }
line-nothing-due = Hoy no hay visitas pendientes.
line-drafts-open =
    { $count ->
        [one] { $count } borrador abierto.
       *[other] { $count } borradores abiertos.
    }
line-help-words =
    { $role ->
        [family] Aquí lee lo que se acordó para su familia, en sus propias palabras. Usted decide sobre cada meta, dice cómo va y pide ayuda. Puede decir que no a todo; no cuesta nada.
        [caseworker] Reúno sus casos: lo que toca, lo que se informó y lo que cada familia decidió. Cada formulario hace una pregunta corta a la vez.
        [supervisor] Le aviso de inmediato de un peligro. Muestro lo que su equipo informó, lo que está atrasado y quién le necesita.
        [manager] Aquí invita a personas, ve cómo está cada equipo y fija cada cuánto se visita a las familias y cuándo se les recuerda.
       *[volunteer] Recibo sus informes de visita, con una pregunta corta cada vez, y le digo qué visita toca.
    }
    .commands = Siempre puede usar:
    .safe = Cada respuesta se guarda al momento. Puede hacer una pausa, cerrar Telegram o quedarse sin red, y seguir después. Puede tocar un botón, escribir, o enviar una nota de voz donde le pido palabras.
    .stop = Para parar, envíe /cancel. Sus respuestas se guardan hasta que las descarte. Para dejar { -brand }, envíe /leave.
line-waiting-title =
    { $matter ->
        [decide] En estos planes hay una meta que su familia debe decidir. Puede decir que no; no le cuesta nada.
        [promised] En estos planes toca un paso que usted prometió. Si no se pudo, dígalo; no pasa nada.
        [received] En estos planes se pidió ayuda. ¿Llegó y sirvió?
        [still_fine] Ha pasado un tiempo. ¿Cómo están? No hace falta responder; de las dos formas está bien.
        [reword] En estos casos la familia quiere cambiar una meta.
        [review] En estos casos llegó el día de volver a mirar el plan con la familia.
        [follow_up] En estos casos nadie ha dicho aún qué pasó con un pedido.
        [overdue] En estos casos está atrasado un paso que prometimos a la familia.
        [aftercare] En estos casos cerrados conviene preguntar cómo está la familia, o llamarla.
        [unled] Nadie lleva estos casos ahora. Elija uno para decir quién lo llevará.
       *[quiet] De estos casos no se ha informado ninguna visita en más tiempo del esperado. Puede haber una buena razón; pregunte a quienes visitan.
    }
line-asked-after = Ha pasado un tiempo desde la última vez. Si quiere, díganos cómo están. No hace falta responder; no le cuesta nada.
line-nothing-waits = Ya no espera nada de esto.
line-ask-back-on = ¿Qué día vuelve? Hasta entonces su equipo sabe que no está. Elija un día o escriba otro, como 16 de marzo.
line-back-on-wrong = Tiene que ser un día a partir de mañana, dentro de un año.
line-you-are-away = Está ausente y vuelve el { $day }.
line-away-noted = Gracias. Vuelve el { $day }; quienes supervisan su equipo lo saben. Que le vaya bien.
line-still-on-duty = Nadie más oye las alertas de su equipo mientras tanto, así que se las sigo contando a usted.
line-welcome-back = Le damos la bienvenida de nuevo. Qué bueno que está aquí.
line-colleague-away = Alguien de su equipo está ausente y vuelve el { $day }. Por favor, vea si alguien le cubre mientras tanto. Su nombre: { $name }
line-colleague-back = Alguien de su equipo ha vuelto antes de lo previsto. Su nombre: { $name }
line-away-until = { $name } – vuelve el { $day }
line-nothing-to-report = Aquí todavía no hay nada que usted deba informar.

## La vida de un caso

stage-name =
    { $which ->
        [referred] nuevo
        [assessment] conocerse
        [planning] planificación
        [preparation] preparación del traslado
        [implementation] plan en marcha
        [monitoring] visitas tras el regreso
        [review] revisión del plan
       *[closed] cerrado
    }
risk-name =
    { $which ->
        [high] alto
        [medium] medio
       *[low] bajo
    }
line-caseload-title = Sus casos
line-case-stands = Etapa: { $stage } · Riesgo: { $risk }
line-goal-stands =
    { $score ->
        [-2] { $words } – mucho menos de lo acordado
        [-1] { $words } – menos de lo acordado
        [0] { $words } – como se acordó
        [1] { $words } – más de lo acordado
        [2] { $words } – mucho más de lo acordado
       *[none] { $words }
    }
line-asked-for = Pedido, sin respuesta: { $words }
line-paused =
    { $why ->
        [illness] En pausa hasta el { $day }: enfermedad
        [displacement] En pausa hasta el { $day }: tuvieron que irse
        [holidays] En pausa hasta el { $day }: vacaciones
       *[other] En pausa hasta el { $day }: otra razón
    }
label-go-on = Seguir ahora
line-next-visit-on = Próxima visita: { $day }
line-involved =
    { $place ->
        [leads] { $name } – lleva el caso
        [supports] { $name } – apoya
        [visits] { $name } – visita
       *[family] { $name } – familia
    }
choice-name =
    { $which ->
        [agree] acordada
        [change] por cambiar
        [not_now] ahora no
        [not_ours] no es nuestra
        [withdraw] retirada
       *[none] aún sin decidir
    }
side-name =
    { $which ->
        [family] la familia
        [volunteer] la persona voluntaria
        [caseworker] la persona responsable
       *[partner] otra organización
    }
line-plan-title = El plan: { $code }
line-plan-stands =
    { $state ->
        [proposed] El plan: { $code } – una propuesta. La familia aún no ha decidido.
        [waits] El plan: { $code } – decisiones pendientes: { $count }
        [active] El plan: { $code } – acordado, en marcha desde el { $day }
        [withdrawn] El plan: { $code } – la familia retiró su acuerdo el { $day }. Nada sigue adelante.
       *[unagreed] El plan: { $code } – ahora no hay ninguna meta acordada.
    }
line-next-review-on = Próxima revisión del plan: { $day }
line-goal-stuck = Sin avanzar por ahora: mucho menos de lo acordado, dos veces seguidas
line-goal-stuck-noted = Una meta quedó mucho menos de lo acordado dos veces seguidas. No es culpa de nadie. Quizá el plan ya no encaja: revisarlo en conjunto suele ayudar. Se avisa a quienes llevan el caso.
# unasked
line-goal-needs-look = Algo del plan merece otra mirada: { $code }
line-plan-begins = El plan está acordado y sigue adelante.
# unasked
line-plan-agreed = El plan está acordado: { $code }
line-plan-rests = Ya no hay ninguna meta acordada. Nada del plan sigue hasta que la familia vuelva a aceptar. Retirar el acuerdo no cuesta nada.
# unasked
line-plan-taken-back = El plan queda en pausa por ahora: { $code }
line-no-goals = Todavía no hay ninguna meta escrita.
line-goal-decided = { $words } – { $choice }
line-goal-means = «Como se acordó» quiere decir: { $words }
line-decided-by =
    { $listened ->
        [yes] { $choice } – { $listener }, { $when }, en el teléfono de { $name }, en { $language }, versión { $version }
       *[no] { $choice } – { $name }, { $when }, en { $language }, versión { $version }
    }
line-decision-spoken = La familia añadió una nota de voz o una foto.
line-agreed-before = Acordada antes de que el programa usara este bot.
line-call-wished-here = La familia quisiera una llamada.
# unasked
line-call-wished = Una familia quisiera una llamada: { $code }
line-call-follows = Ya saben que usted quisiera una llamada. Si alguien está en peligro, toque «No estoy a salvo» en el menú.
line-not-decided = La familia aún no ha decidido. Nada empieza antes.
line-new-words-wait = Estas palabras son nuevas. La familia aún no ha decidido sobre ellas.
line-still-holds = Mientras tanto, esto sigue en pie, tal como se acordó:
line-held-in-plan = Acordado antes, en pie mientras tanto: { $words }
line-said-before = Decidido antes:
line-goal-reviewed-on = La volvemos a mirar el { $day }.
line-promise =
    { $dated ->
        [yes] { $words } – { $side }, hasta el { $day }
       *[no] { $words } – { $side }
    }
# unasked
line-decision-waits = Algo espera su palabra: { $code }. No hay prisa. Usted decide.
# unasked
line-decision-made = Hay una respuesta para leer: { $code }
# unasked
line-nudged = Una familia nos recuerda una promesa: { $code }
line-nudge-sent = Se lo hemos recordado.
line-goal-changed-meanwhile = Alguien cambió las palabras de esta meta mientras usted respondía. No se envió nada. Mírela como está ahora.
line-timeline-title = Lo que ha pasado: { $code }
line-timeline-entry = { $day }: { $title } – { $name }
line-nothing-yet = Todavía no se ha informado de nada.
line-stage-now = El caso está ahora en: { $stage }.
line-stage-stays =
    { $missing ->
        [assessment] Falta todavía la evaluación. Va antes del plan.
        [decisions] La familia aún no ha decidido sobre cada meta. Hace falta al menos una acordada.
        [alert] Sigue abierto un peligro que se comunicó. Primero hay que decir cómo terminó.
        [referral] Se pidió un servicio y nadie ha dicho si llegó. Primero esa respuesta.
       *[order] Esto no corresponde a la etapa actual. Abra la ficha del caso para ver qué sigue.
    }

## Servicios y entrega a otros

outcome-name =
    { $which ->
        [not_received] todavía no recibido
        [helped] recibido, ayudó
        [not_helped] recibido, no ayudó
        [no_longer] ya no hace falta
        [withdrawn] permiso retirado
       *[none] sin respuesta todavía
    }
packet-field =
    { $which ->
        [name] Nombre
        [contact] Dirección y teléfono
        [ages] Edad de los niños y niñas
        [health] Salud
       *[story] Lo que pasó
    }
line-asked-title = Ayuda de servicios: { $code }
line-none-asked = Todavía no se ha pedido ningún servicio.
line-asked-stands = { $words } – { $outcome }
line-asked-on = Pedido { $day }. Preguntaremos qué pasó { $again }.
line-not-answered = Nadie ha dicho todavía qué pasó.
line-answered-by = { $outcome } – { $name }, { $when }
line-packet-title =
    { $by ->
        [caregiver] Quien cuida aceptó que el servicio sepa esto y nada más. { $how ->
            [written] Aceptado por escrito.
            [phone] Aceptado por teléfono.
           *[spoken] Aceptado en persona.
        }
        [child] El niño o la niña aceptó que el servicio sepa esto y nada más. { $how ->
            [written] Aceptado por escrito.
            [phone] Aceptado por teléfono.
           *[spoken] Aceptado en persona.
        }
        [together] Ambas partes de la familia aceptaron que el servicio sepa esto y nada más. { $how ->
            [written] Aceptado por escrito.
            [phone] Aceptado por teléfono.
           *[spoken] Aceptado en persona.
        }
       *[relative] Un pariente aceptó que el servicio sepa esto y nada más. { $how ->
            [written] Aceptado por escrito.
            [phone] Aceptado por teléfono.
           *[spoken] Aceptado en persona.
        }
    }
line-packet-field = { $field }: { $words }
line-packet-withdrawn = La familia retiró su permiso. No entregue nada más y avise al servicio.
line-ask-lack = ¿Qué hace falta? { $code }
line-no-services = Todavía no hay ningún servicio para esto. Pregunte a quien lleva la lista.
line-same-lack = Lo mismo ya se pidió y no tiene respuesta: { $words }. Puede pedirlo de nuevo.
# unasked
line-service-answered = Hay novedades sobre un pedido: { $code }
line-share-unset = Aquí no está preparado compartir por enlace. Pregunte a quien administra este servicio.
line-share-link = Dé este enlace solo al servicio. Se abre una vez, hasta { $when }. Puede retirarlo en el plan.
line-share-title = Entregado por la familia a { $name }
share-part =
    { $which ->
        [strengths] Fortalezas
        [goals] Metas que la familia aceptó
        [needs] Ayuda que se pidió
       *[contacts] Quién trabaja con la familia
    }
line-share-nothing = Nada todavía.
line-shared-with =
    { $state ->
        [waiting] Entregado a { $name }, sin abrir. El enlace sirve hasta { $when }.
        [opened] Entregado a { $name }, abierto { $when }.
        [ended] Entregado a { $name }, retirado { $when }.
       *[expired] Entregado a { $name }, nunca se abrió. El enlace terminó { $when }.
    }
line-share-taken-back = Retirado. El enlace ya no se abre.
line-share-ready = Una familia le entrega un resumen. Se abre una sola vez: pulse cuando vaya a leerlo.
line-share-gone = Este enlace no se abre. Puede que ya se usara, se retirara o terminara. Pida otro a la familia o a quien la acompaña.

## Cases and drafts

line-ask-case = ¿Qué familia?
line-no-cases = Todavía no tiene ningún caso asignado. Hable con su supervisor.
line-case-unknown = No encuentro ese código entre sus casos. Revíselo, o elija de la lista.
line-drafts-title = Sus borradores abiertos
line-no-drafts = No tiene borradores abiertos.
line-draft-begun = Ya empezó un informe de { $code } (guardado: { $when }). ¿Quiere continuarlo?
line-same-visit = Ya se envió un informe de { $code } ({ $when }). ¿Es la misma visita?
line-ask-leaving = Sus respuestas de { $code } están guardadas. ¿Guardar el borrador o descartarlo?
line-draft-kept =
    { $kept ->
        [always] El borrador de { $code } queda guardado. Continúelo con /drafts.
       *[until] El borrador de { $code } queda guardado. Fecha límite: { $day }. Continúelo con /drafts.
    }
line-draft-discarded = El borrador de { $code } se ha borrado.
line-nothing-to-cancel = Ahora no hay nada abierto.
# unasked
line-draft-warning = Tiene un borrador sin terminar: { $code }. Fecha límite: { $day }. Después se borra. Continúelo o descártelo.

## Within a form

line-form-title =
    { $title } · { $code } · { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    } · { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }
line-progress = { $title } · { $code } · { $step }/{ $of }
line-answered-before = Su respuesta hasta ahora: { $answer }
line-choose-several = Elija todo lo que corresponda y toque Listo.
line-may-answer-by =
    { $how ->
        [voice] Escriba, o envíe una nota de voz.
        [photo] Escriba, o envíe una foto.
        [both] Escriba, o envíe una nota de voz o una foto.
       *[text] Escriba su respuesta.
    }
line-alert-raised =
    { $count ->
        [one] Acabo de avisar a { $count } persona que puede actuar. Termine el informe si puede.
       *[other] Acabo de avisar a { $count } personas que pueden actuar. Termine el informe si puede.
    }
line-alert-reached-nobody = No pude avisar a nadie. Llame ahora a su supervisor. Si alguien está en peligro en este momento, llame al número de emergencias. Su respuesta está guardada.

## Slips

line-not-a-number = Aquí necesito un número, por ejemplo 3.
line-ambiguous-number = Un número como 1,234 se puede leer de dos maneras. Escriba 1234, o 1,2340 si es un poco más que 1.
line-not-a-whole-number = Aquí necesito un número entero, por ejemplo 3.
line-too-many-digits =
    { $limit ->
        [one] Ese número es demasiado largo. Puedo guardar { $limit } cifra.
       *[other] Ese número es demasiado largo. Puedo guardar { $limit } cifras.
    }
line-out-of-range = Escriba un número de { $start } a { $end }.
line-not-allowed-plain = Esa respuesta no sirve para esta pregunta. Pruebe con otra.
line-not-a-date = No entendí esa fecha. Escríbala así: { $example }.
line-ambiguous-date = Esa fecha se puede leer de dos maneras. Escriba el mes con letras, así: { $example }.
line-not-a-time = No entendí esa hora. Escríbala así: 14:30.
line-no-such-choice = No encuentro eso entre las respuestas. Toque un botón, o escriba sus palabras o su número.
line-several-choices = Hay más de una respuesta así. Toque la que quiere.
line-too-long =
    { $limit ->
        [one] Ese texto es demasiado largo. Puedo guardar { $limit } carácter.
       *[other] Ese texto es demasiado largo. Puedo guardar { $limit } caracteres. Envíe lo más importante.
    }
line-answer-needed = Necesito una respuesta aquí para poder seguir.
line-media-not-taken = No puedo usar un archivo en esta pregunta. Toque un botón o escriba.
line-not-to-keep =
    { $purpose ->
        [photo] Esta familia no quiere que se guarden fotos; la suya no se guardó. Escríbalo con palabras, por favor.
       *[voice] Esta familia no quiere que se guarden notas de voz; la suya no se guardó. Escríbalo con palabras, por favor.
    }
line-may-keep =
    { $purpose ->
        [photo] { $given ->
            [yes] Se pueden guardar fotos
           *[no] No se guardan fotos
        }
       *[voice] { $given ->
            [yes] Se pueden guardar notas de voz
           *[no] No se guardan notas de voz
        }
    } – { $listened ->
        [yes] { $listener }, { $when }, en el teléfono de { $name }
       *[no] { $name }, { $when }
    }
line-ask-to-keep = Su foto o nota de voz se guardó. Aún no se preguntó a la familia si está de acuerdo: pregúntele, por favor. Puede decir que no, y no le cuesta nada.
line-file-too-large = Ese archivo es demasiado grande para mí. Envíe uno más corto, de 20 MB como máximo.
line-media-needed = Envíe aquí una nota de voz, una foto o un archivo.
line-text-not-taken = Aquí no sirve un texto. Toque un botón o envíe lo que pido.
line-slip-help =
    { $skip ->
        [yes] No se preocupe. Puede saltar esta pregunta, o hacer una pausa y preguntar a su supervisor. Sus respuestas están guardadas.
       *[no] No se preocupe. Puede hacer una pausa y preguntar a su supervisor. Sus respuestas están guardadas.
    }
line-sticker-thanks = Gracias, muy amable.
line-not-an-answer = No puedo usar eso como respuesta. Toque un botón o escriba.
line-ask-forwarded = ¿Este texto reenviado es su respuesta?

## Check and receipt

line-check-title = { $title } · { $code } · revise sus respuestas
line-ask-send = ¿Está todo bien?
line-report-sent = El informe de { $code } está enviado.
line-receipt =
    { $corrected ->
        [yes] Guardado: { $code }. Ahora vale el informe corregido. Próxima visita: { $day }. Gracias.
       *[no] Guardado: { $code }. Próxima visita: { $day }. Gracias.
    }
line-received =
    { $corrected ->
        [yes] Guardado: { $title } · { $code }. Ahora cuenta el informe corregido. Gracias.
       *[no] Guardado: { $title } · { $code }. Gracias.
    }
line-receipt-help = ¿Algo está mal? Puede deshacerlo durante 10 minutos. También puede corregirlo más tarde.
line-undone = El informe de { $code } se ha retirado. Ya no cuenta. Si reemplazaba a uno anterior, ese vuelve a contar.
line-undo-too-late = Ya es tarde para deshacerlo. Puede corregir el informe.
line-report-closed = Este informe ya fue reemplazado o retirado.
line-ask-reason = ¿Por qué hay que corregir ahora el informe de { $code }? Basta una frase.

## Alerts

# unasked
line-alert-push =
    { $count ->
        [one] { $count } asunto espera su atención ahora. { $code }
       *[other] { $count } asuntos esperan su atención ahora. { $code }
    }
# unasked
line-alert-still =
    { $count ->
        [one] 1 asunto le sigue esperando. { $code }. Nadie se encarga desde hace { $count } minuto.
       *[other] 1 asunto le sigue esperando. { $code }. Nadie se encarga desde hace { $count } minutos.
    }
# unasked
line-alert-still-hours =
    { $count ->
        [one] 1 asunto le sigue esperando. { $code }. Nadie se encarga desde hace { $count } hora.
       *[other] 1 asunto le sigue esperando. { $code }. Nadie se encarga desde hace { $count } horas.
    }
# unasked
line-alert-still-days =
    { $count ->
        [one] 1 asunto le sigue esperando. { $code }. Nadie se encarga desde hace { $count } día.
       *[other] 1 asunto le sigue esperando. { $code }. Nadie se encarga desde hace { $count } días.
    }
# unasked
line-outcome-missing =
    { $count ->
        [one] 1 asunto le espera de nuevo. { $code }. Alguien lo tomó hace { $count } hora y no se ha escrito nada desde entonces.
       *[other] 1 asunto le espera de nuevo. { $code }. Alguien lo tomó hace { $count } horas y no se ha escrito nada desde entonces.
    }
# unasked
line-outcome-missing-days =
    { $count ->
        [one] 1 asunto le espera de nuevo. { $code }. Alguien lo tomó hace { $count } día y no se ha escrito nada desde entonces.
       *[other] 1 asunto le espera de nuevo. { $code }. Alguien lo tomó hace { $count } días y no se ha escrito nada desde entonces.
    }
# unasked
line-nobody-yet = { $code }: todavía no ha respondido nadie. Sigo llamando. Telefonee ahora a su supervisor o a un responsable.
line-call-emergency = Si no puede esperar, llame al número de emergencias.
line-call-one-of = Si no puede esperar, llame a uno de estos números:
line-details-asked = Los detalles que pidió: { $code }
line-alert-about =
    { $named ->
        [yes] { $code } ({ $alias })
       *[no] { $code }
    }
    .by = { $reporter } avisó de un peligro ({ $when })
line-alert-open = Todavía nadie se encarga.
# unasked
line-alert-taken = Novedad sobre { $code }: ya hay alguien que se encarga y está actuando. Si se entera de algo más, dígaselo directamente.
    .by = Se encarga: { $name }
line-alert-yours = Ahora usted se encarga de { $code }. Los demás ya lo saben. Gracias.
line-family-not-safe = La familia dice: no estamos a salvo.
line-family-wants-call = La familia dice: no estamos a salvo. Pide que la llamen.
line-alert-outcome =
    { $ends ->
        [yes] Ya pasó. Lo escribió { $name }, { $when }
       *[no] Todavía no ha pasado. Lo escribió { $name }, { $when }
    }
# unasked
line-alert-looked-after = { $code }: ya se atendió lo que se había comunicado. Gracias.
# unasked
line-alert-more = { $code }: hay algo nuevo que leer sobre lo que se comunicó.
line-alerts-stand = Estas alertas todavía no tienen final:
line-danger-stands =
    { $taken ->
        [yes] Peligro comunicado { $day } – se encarga { $name }
       *[no] Peligro comunicado { $day } – todavía nadie se encarga
    }
line-danger-was =
    { $which ->
        [reported] { $day }: se comunicó un peligro – { $name }
        [taken] { $day }: alguien se encarga del peligro – { $name }
       *[ended] { $day }: el peligro pasó – { $name }
    }

## A family's own call

line-ask-not-safe = ¿Usted o el niño o la niña están en peligro ahora? Si dice que sí, avisamos de inmediato a personas que pueden ayudar. No le decimos nada a nadie de su casa.
line-ask-clear =
    ¿Borrar este chat? Se elimina lo que escribimos los dos en los últimos dos días.

    Lo que le contó a su equipo se queda con ellos, y a nadie se le dice que lo borró.

    Lo más antiguo no lo puedo borrar. Para borrar todo, mantenga presionado el chat en su lista y elija Eliminar.
line-no-help-here = Desde aquí no puedo avisar a nadie. Si está en peligro, llame al número de emergencias o vaya con alguien de confianza.
line-call-reached =
    { $count ->
        [one] Acabamos de avisar a { $count } persona que puede ayudar. Hizo bien en decirlo.
       *[other] Acabamos de avisar a { $count } personas que pueden ayudar. Hizo bien en decirlo.
    }
line-call-reached-nobody = Ahora mismo no se pudo avisar a nadie. Su aviso queda guardado y lo verán. Si puede, llame ya al número de emergencias o vaya con alguien de confianza.
line-called-already = Ya lo saben. Con un aviso basta.
line-call-next =
    { $call ->
        [yes] Una de esas personas se encarga y le llama. No le escribiremos sobre esto, para que nadie más lo lea.
       *[no] Una de esas personas se encarga y busca una forma segura de contactarle. No le escribiremos sobre esto, para que nadie más lo lea.
    }
line-call-more = Si quiere, cuente más aquí: escriba o mande un mensaje de voz. No es obligatorio. Puede borrar este chat cuando quiera.
line-call-noted = Gracias. Queda guardado, y ya saben que hay algo más.
line-call-full = Gracias. He guardado todo lo que puedo. Cuente lo demás a la persona que le contacte.

## Abrir un caso

line-ask-alias = ¿Cómo llaman a la familia quienes la conocen? Escriba unas palabras con las que usted y su equipo la reconozcan, no el nombre completo. Primero busco si ya se conoce.
line-some-alike = «{ $name }»: ¿es alguno de estos?
line-alike-elsewhere = { $code } se llama de forma parecida, pero no es suyo. Antes de abrir un caso nuevo, consúltelo con quien le supervisa.
line-none-alike = Ningún caso de su equipo se llama de forma parecida a «{ $name }». ¿Abrir uno nuevo?
line-case-opened = El caso { $code } está abierto y usted lo lleva. Empiece por el primer contacto cuando haya hablado con la familia.

## Self-referral

# unasked
line-help-asked = Alguien pide ayuda: { $code }
line-help-follows = El equipo lo lee ahora y decide quién se pondrá en contacto con usted, de la forma que usted dijo que es segura. Pedir no cuesta nada, y puede dejarlo cuando quiera.
line-help-waits = { $code }: el equipo tiene lo que envió. Alguien se pondrá en contacto con usted.
line-nobody-leads = Nadie lleva este caso todavía.

## Invitar

line-ask-invite-role = ¿A quién invita al equipo? Para invitar a alguien de una familia, abra su ficha.
line-ask-invite-team = ¿A qué equipo invita a alguien?
line-ask-invite-case = ¿Para qué familia invita a alguien?
line-ask-invite-kin = ¿A quién invita para { $code }?
line-ask-vouch = Un niño o una niña puede tener su propio acceso desde unos { $years } años. ¿Ha dicho que lo quiere y sabe que puede dejarlo cuando quiera? ¿Ha dicho que sí quien le cuida? Se lo volveré a preguntar con palabras para su edad.
line-no-invite = Aquí no hay nadie a quien pueda invitar. Pregunte a quien le supervisa.
line-invited = El siguiente mensaje es la invitación. Envíelo solo a esa persona. Sirve una vez, hasta el { $day }. Cuando se use, le preguntaré si es la persona correcta; hasta que diga que sí, no ve nada.
line-invited-to-ask = El siguiente mensaje es la invitación. Envíelo solo a esa familia. Sirve una vez, hasta el { $day }. Quien la use no ve la ficha de nadie y puede pedir ayuda a su equipo enseguida. Le aviso cuando se use.
line-invitation =
    { $linked ->
        [yes] Una invitación a { -brand }, solo para usted. Sirve una vez, hasta el { $day }. Abra este enlace y toque Iniciar:
       *[no] Una invitación a { -brand }, solo para usted. Sirve una vez, hasta el { $day }. Escriba esto al bot:
    }
line-invitation-code =
    { $linked ->
        [yes] O escriba este código a { $bot }; sirve hasta el { $day }, { $time }:
       *[no] O escriba este código al bot; sirve hasta el { $day }, { $time }:
    }
line-number-offered = ¿Conoce su número de teléfono? Añádalo y podrá empezar en cuanto comparta el mismo.
line-ask-number = ¿Cuál es el número de teléfono de la persona que invita? Escríbalo o envíeme su contacto.
line-number-use = A quien abra la invitación le pediré que comparta su propio número; si es el mismo, empieza enseguida. No lo guardo, solo una marca de la que nadie puede recuperarlo.
line-number-unclear = Ahí no veo ningún número de teléfono. Escríbalo con el prefijo del país, por ejemplo +502 5512 3456.
line-number-noted = Anotado. A quien abra la invitación le pediré que comparta su propio número. Si es este, empieza enseguida; si no, le pregunto antes a usted.
line-number-too-late = A esta invitación ya no se le puede añadir un número: alguien la ha usado o ha terminado su plazo.
line-ask-to-share = Quien le invitó dio un número de teléfono. Comparta el suyo con el botón de abajo: si es el mismo, puede empezar enseguida.
line-share-use = Solo lo comparo y no lo guardo. También puede seguir sin compartirlo; entonces pregunto a quien le invitó.
line-share-by-button = Por favor, use uno de los dos botones de abajo. Solo el primero me muestra que un número es suyo.
line-number-same = Gracias. Es el número que se esperaba.
line-number-answer =
    { $answer ->
        [same] Ha compartido el número que usted dio.
        [other] Ha compartido un número que no es el que usted dio.
        [foreign] Ha enviado un contacto que no es el suyo.
       *[withheld] No ha compartido ningún número.
    }
# unasked
line-newcomer-matched = Alguien ha usado una invitación suya y ha compartido el número que usted dio. Ya puede empezar.
# unasked
line-newcomer-joined = Alguien ha usado una invitación suya. Por favor, mire si es la persona correcta.
line-asker-joined = Ha llegado alguien a quien dio un código para pedir ayuda. Ya puede pedirla; usted no tiene que hacer nada.
line-newcomer-asked = Los detalles que pidió. Mírelos donde nadie más pueda leer.
line-newcomer-about =
    { $coded ->
        [yes] { $name } – { $as }, { $code }. ¿Es la persona que quería invitar?
       *[no] { $name } – { $as }. ¿Es la persona que quería invitar?
    }
line-newcomer-in = { $name } ya puede empezar. Si resulta no ser la persona correcta, termine aquí el acceso.
line-newcomer-out = El acceso de { $name } ha terminado. Para invitar a la persona correcta, envíe /invite.
line-newcomer-not-here = { $name } no tiene lugar en este caso. Lo demás que tiene aquí sigue igual.
line-waits-for-yes = Gracias. Quien le invitó confirmará que es usted. Hasta entonces no muestro nada aquí. Le escribiré.
line-place-waits = Gracias. Quien le invitó confirmará que es usted. Después lo encontrará también aquí. Le escribiré.
line-place-already = Usted ya forma parte de esto. La invitación queda sin usar; no hace falta nada más.
line-account-already = Usted ya tiene una cuenta aquí, y esta invitación es para alguien que no la tiene. Queda sin usar. Si algo ha cambiado para usted, hable con quien se la dio.
# unasked
line-may-begin = Ya puede empezar. Envíe /menu para ver lo que hay para usted.
line-child-words =
    Aquí puedes leer lo que se acordó contigo, decir cómo va y decir cuándo necesitas ayuda.

    Guardo tu nombre, tu idioma y lo que escribas o digas aquí. Lo pueden leer las personas que trabajan contigo y con tu familia. Nadie más.

    Si escribes que no estás a salvo, ellas lo sabrán, porque quieren protegerte.

    Tú decides si lo quieres. Puedes decir que no. Puedes dejarlo cuando quieras, sin decir por qué. Nadie se enfadará y no pierdes nada.

    Si no entiendes algo, pregunta a la persona que te invitó.
## Review of reports

# unasked
line-approval-waits = Algo espera su aprobación: { $code }
line-approval-asked =
    { $count ->
        [0] Contará cuando una persona supervisora lo apruebe. No pude avisar a nadie más; por favor, llame.
       *[other] Contará cuando una persona supervisora lo apruebe. Ya se le ha pedido y le avisaré.
    }
line-approved-already = { $code }: ya se aprobó y no cambia más. Si hay un error, hable con su supervisión.
line-nothing-to-read = Todos los informes están leídos.
line-reviews-title = Informes por leer
line-review-of = { $code } · { $title } – { $name }, { $when }
line-signal =
    { $asked ->
        [yes] { $which ->
            [soon] Es la segunda visita en 8 horas. ¿Es correcto?
            [same] Todas las respuestas son iguales a las de la última vez. ¿Es correcto?
            [unseen] No se vio al niño o niña en las últimas visitas. ¿Podrá verle la próxima vez?
           *[quick] Este informe tomó menos de 20 segundos. ¿Dice todo lo que quiere decir?
        }
       *[no] { $which ->
            [soon] Segunda visita en 8 horas
            [same] Las mismas respuestas que la última vez
            [unseen] No se vio al niño o niña en las últimas visitas
           *[quick] Rellenado en menos de 20 segundos
        }
    }
factor-name =
    { $which ->
        [food] comida
        [nutrition] crecimiento
        [home] vivienda
        [care] quién cuida
        [safety] seguridad
        [legal] papeles y derechos
        [health] salud
        [treatment] atención de salud
        [feelings] sentimientos
        [behaviour] trato con otros
        [learning] aprendizaje
       *[school] escuela
    }
line-fell = { $factor }: { $from } → { $to }
line-fell-noted = Más bajo que en la última evaluación. Su supervisor también lo lee, para que no esté sin apoyo.
line-come-first = Esto debería ir primero ahora: { $factors }. Una meta para ello empieza aquí, con la familia:
line-said =
    { $which ->
        [accepted] Leído por { $name }, { $when }
        [asked] { $name } pregunta, { $when }:
        [answered] { $name } responde, { $when }:
        [flagged] Señalado por { $name }, { $when }:
        [approved] Aprobado por { $name }, { $when }
       *[returned] Devuelto por { $name }, { $when }:
    }
line-ask-words =
    { $which ->
        [asked] ¿Qué quiere saber sobre { $code }?
        [answered] Su respuesta sobre { $code }: escríbala o envíe una nota de voz.
        [flagged] ¿Por qué hay que hablar de { $code }? Solo lo lee la supervisión.
       *[returned] ¿Qué debe cambiar antes de aprobar { $code }?
    }
line-said-of =
    { $which ->
        [accepted] { $code } queda como leído. El agradecimiento aparece en el menú de quien lo envió.
        [asked] Su pregunta sobre { $code } va en camino.
        [answered] Gracias. Su respuesta sobre { $code } va en camino.
        [flagged] { $code } queda señalado. Quien lo envió sabrá que usted quiere hablar.
        [approved] { $code } está aprobado y cuenta desde ahora.
       *[returned] { $code } se devuelve con su pregunta.
    }
# unasked
line-review-news =
    { $which ->
        [accepted] Su informe { $code } fue leído. Gracias.
        [asked] Una pregunta sobre su informe: { $code }
        [answered] Una respuesta sobre un informe: { $code }
        [flagged] Sobre su informe { $code }: su supervisión quisiera hablarlo con usted. Se guarda tal como lo envió. Gracias por su trabajo.
        [approved] Está aprobado y cuenta: { $code }. Gracias.
       *[returned] Aún no aprobado, hay una pregunta: { $code }
    }
line-already-said = Esto ya está resuelto.
line-not-your-own = Lo envió usted, así que lo mira otra persona supervisora.
line-own-alone = Lo envió usted y el equipo no tiene otra persona supervisora. Puede aprobarlo; queda registrado.
line-reports-read =
    { $count ->
        [one] En los últimos 7 días se leyó y aceptó { $count } informe suyo. Gracias.
       *[other] En los últimos 7 días se leyeron y aceptaron { $count } informes suyos. Gracias.
    }

## Irse, y los propios datos

role-name =
    { $which ->
        [family] familia
        [volunteer] voluntariado
        [caseworker] trabajo social
        [supervisor] supervisión
       *[manager] dirección
    }
line-ask-leave = ¿Quiere irse? Su acceso termina enseguida y ya no verá nada. Lo que informó queda en los expedientes. Quien recibe apoyo lo conserva. Para volver necesita una invitación nueva.
line-goodbye = Su acceso ha terminado. Gracias por todo. Ya no le escribiré.
line-last-on-duty = Si se va ahora, nadie más recibiría los avisos. Deje primero a alguien en su lugar y luego envíe otra vez /leave.
# unasked
line-colleague-left = Alguien de su equipo se ha ido. Lo que le tocaba hacer espera ahora a otra persona; por favor, vea quién se hace cargo. Su nombre: { $name }
line-own-title = Lo que se guarda sobre usted
line-own-person =
    { $in_team ->
        [yes] { $name } – { $role }, { $team }
       *[no] { $name } – { $role }
    }
line-own-account = Número de Telegram { $user }; idioma { $language }; hora de { $city }
line-own-consent = Aceptó las palabras de privacidad (versión { $version }): { $when }
line-own-reports = Informes enviados: { $sent }; borradores abiertos: { $open }
line-own-rest = También se guardan las palabras de sus informes y quién hizo qué y cuándo. Para leerlas o corregirlas, pregunte a quien lleva el caso.
line-ask-erasure = ¿Quiere pedir que se borren sus datos? Una persona lo mira y responde en { $days } días. Lo que informó sobre una familia quizá deba quedar en su expediente.
line-erasure-asked = Su petición de borrado está anotada. Alguien responde a más tardar: { $day }. Hasta entonces todo sigue igual; para terminar su acceso ahora, envíe /leave.
# unasked
line-erasure-waits = Le espera una petición: por favor, responda a más tardar { $day }.
line-erasure-about = { $name } – { $role } – pidió que se borren sus datos ({ $when }). Responda a más tardar: { $day }. Toque el botón cuando estén borrados, o le haya dicho qué debe quedar y por qué.
## Hand-over

line-people-title = Quién acompaña { $code }
line-family-objected = La familia preferiría a otra persona en lugar de { $name }.
line-ask-who = ¿Quién se encarga de { $code }?
line-ask-who-for-all = ¿Quién toma todos los casos de { $name } ({ $count })? Lo que esa persona no puede tomar se queda como está.
line-team-title = Su equipo. Elija de quién pasan los casos a otra persona.
line-nobody-else = No hay nadie a quien elegir.
line-place-changed = { $code }: hecho. Se avisa a todas las personas a quienes concierne.
line-caseload-moved = Casos traspasados: { $count }. Se avisa a todas las personas a quienes concierne.
# unasked
line-place-news =
    { $which ->
        [given] Desde ahora usted acompaña { $code }. Lea primero lo que se acordó.
        [taken] { $code } está desde ahora en otras manos. Gracias por todo. Si había empezado un informe, sigue con usted, pero ya no se puede enviar.
        [family] Una persona nueva le acompaña: { $code }. Puede decir que no; no le cuesta nada.
       *[objection] Un deseo de otra persona: { $code }. Por favor, hable con ellos.
    }
# unasked
line-caseload-given = Casos que son suyos desde ahora: { $count }. Lea primero lo que se acordó.
# unasked
line-caseload-taken = Casos que están desde ahora en otras manos: { $count }. Gracias por todo. Si había empezado informes, siguen con usted, pero ya no se pueden enviar.
line-objection-sent = { $code }: gracias por decirlo. Se avisó a la supervisión, que hablará con usted. No pierde nada.
line-brief-title =
    { $named ->
        [yes] Lo que hay que saber de { $code } · { $alias }
       *[no] Lo que hay que saber de { $code }
    }
line-worry = Una preocupación en la última visita: { $words }
line-draft-out-of-reach = Este caso está ahora en otras manos, así que esto ya no se puede enviar. Si es importante, dígalo a su supervisión.

## Anywhere

line-old-button = Ese botón es de un mensaje anterior. Use el más reciente.
line-one-at-a-time = Fue mucho de una vez. Lo reviso todo, en orden. De una en una, por favor.
line-back-again = Estuve sin conexión un rato. Si tocó un botón mientras tanto, tóquelo otra vez.
line-noted = Anotado
line-edit-noted = Su cambio está guardado.
line-edit-too-late = Ese mensaje ya no puede cambiar el informe. Puede corregir el informe mismo.
line-nothing-asked = Ahora no espero ningún texto. Envíe /menu para ver qué puede hacer.
line-private-only = Escríbame en privado, por favor. No hablo de casos en grupos.
line-not-saved-yet = Todavía no está guardado. Sus respuestas están a salvo. Lo intentaré de nuevo.
line-not-saved = No pude guardarlo. Envíelo una vez más, por favor. Si vuelve a pasar, avise a su supervisor.
line-repeated = (repetido) Puede que ya tenga este mensaje.

## Buttons: at most 28 characters, the program adds an icon

label-menu = Menú
label-visit = Informar de una visita
label-visit-case =
    { $due ->
        [overdue] { $code } · desde { $day }
        [today] { $code } · hoy
       *[later] { $code } · { $day }
    }
label-drafts = Borradores
label-caseload = Casos
label-plan = Plan { $code }
label-goal = Meta { $number }
label-decide = Decidir
label-change-mind = Cambiar de opinión
label-tick-task = Paso { $number } hecho
label-decide-here = La familia decide aquí
label-nudge = Recordar el paso { $number }
label-timeline = Lo que ha pasado
label-services = Ayuda de servicios
label-referral = Pedido { $number }
label-show-packet = Ver lo que se comparte
label-find-service = Buscar un servicio
label-another-service = Otro servicio
lack-name =
    { $which ->
        [food] Comida
        [home] Vivienda
        [school] Escuela
        [health] Salud
        [legal] Leyes
        [feelings] Ánimo
        [safety] Seguridad
        [income] Ingresos
        [documents] Papeles
       *[other] Otra cosa
    }
label-end-share = Retirar: { $name }
label-show-once = Mostrar ahora
label-languages = Idioma
label-zone = { $city } · { $time }
label-privacy = Privacidad
label-help = Ayuda
label-agree = De acuerdo
label-not-now = Ahora no
label-more = Ver más
label-earlier = Anteriores
label-back = Atrás
label-skip = Saltar
label-cancel = Cancelar
label-done =
    { $count ->
        [0] Listo
       *[other] Listo ({ $count })
    }
label-ok = OK
label-day =
    { $near ->
        [today] Hoy
        [yesterday] Ayer
        [tomorrow] Mañana
       *[other] { $day }
    }
label-pick-day = Otro día
label-weekday =
    { $day ->
        [Mon] lu
        [Tue] ma
        [Wed] mi
        [Thu] ju
        [Fri] vi
        [Sat] sá
       *[Sun] do
    }
label-month = { $month } de { $year }
label-send = Enviar informe
label-send-word = Enviar
label-continue = Continuar
label-start-again = Empezar de nuevo
label-discard = Descartar
label-keep = Guardar para después
label-correct-that = La misma: corregirla
label-another-visit = Otra visita
label-mine = Sí, es mi respuesta
label-not-mine = No
label-correct = Corregir
label-undo = Deshacer
label-show = Mostrar
label-i-have-it = Me encargo yo
label-hear = Escuchar
label-look = Abrir
label-alert-of = Peligro · { $day }
label-not-safe = No estoy a salvo
label-clear-chat = Borrar este chat
label-clear-now = Sí, borrarlo
label-tell-them = Sí, avísenles
label-call-me = Mejor llámenme
label-new-case = Caso nuevo
label-none-of-these = Ninguno, abrir uno nuevo
label-open-case = Abrir el caso
label-invite = Invitar
label-invite-role =
    { $which ->
        [family] familia que pide ayuda
        [volunteer] Voluntariado
        [caseworker] Trabajo social
       *[supervisor] Supervisión
    }
label-invite-family = Invitar a la familia
label-invite-to-ask = Familia que pide ayuda
label-ask-for-help = Pedir ayuda
label-invite-kin =
    { $which ->
        [caregiver] Quien le cuida
        [child] Niño o niña
       *[relative] Otro familiar
    }
label-both-agreed = Sí, los dos están de acuerdo
label-add-number = Añadir un número
label-share-number = Compartir mi número
label-go-on-without = Seguir sin compartir
label-right-person = Sí, es la persona
label-wrong-person = No, terminar el acceso
label-waiting =
    { $matter ->
        [decide] Metas por decidir
        [promised] Sus pasos pendientes
        [received] ¿Llegó la ayuda?
        [still_fine] ¿Cómo están?
        [reword] Metas por cambiar
        [review] Planes por revisar
        [follow_up] Pedidos por seguir
        [overdue] Pasos atrasados
        [aftercare] Tras el cierre
        [unled] Sin responsable
       *[quiet] Mucho sin visita
    } ({ $count })
label-reviews = Informes por leer ({ $count })
label-accept = Leído, gracias
label-ask-about = Preguntar
label-flag = Para hablar
label-approve = Aprobar
label-send-back = Devolver
label-answer = Responder
label-question-about = Pregunta { $code }
label-away = Voy a estar ausente
label-i-am-back = Ya he vuelto
label-their-cases = Encargar sus casos
label-own-record = Mis datos
label-leave = Irme
label-leave-now = Sí, irme ahora
label-ask-erasure = Pedir borrar mis datos
label-erase-now = Sí, pedirlo
label-erasure-done = Ya está resuelto
label-people = Quién acompaña
label-assign = Añadir a alguien
label-end-place = { $name } se va
label-give-place = { $name } traspasa
label-give-back = Devolver a { $name } ({ $count })
label-brief = Lo que hay que saber
label-team = Equipo
label-rather-not = Prefiero a otra persona

## The phone's command menu: at most 256 characters

command-start = Empezar
command-menu = Lo que puede hacer ahora
command-visit = Informar de una visita
command-cases = Sus casos
command-drafts = Continuar un borrador
command-reminders = Cuándo y cómo se le recuerda
command-profile = Los ajustes del programa
command-away = Avisar de que no estará
command-language = Cambiar el idioma
command-privacy = Qué se guarda y quién lo ve
command-help = Cómo funciona
command-invite = Invitar a alguien
command-mydata = Lo que se guarda sobre usted
command-clear = Borrar lo que se escribió aquí
command-leave = Terminar su propio acceso
command-cancel = Parar lo que está abierto

## Dates. Names of months and weekdays come from the program.

date-long = { $weekday } { $day } de { $month } de { $year }
date-typed = { $day } de { $month } de { $year }
date-short = { $weekday } { $day } { $month }
date-brief = { $day } { $month }
date-short-year = { $day } { $month } { $year }
day-near =
    { $near ->
        [today] hoy
        [yesterday] ayer
       *[tomorrow] mañana
    }
day-and-date = { $near }, { $date }
moment = { $day }, { $time }

## Answers in words

media-image = foto
media-audio = nota de voz
media-video = video
media-file = archivo
not-answered = sin respuesta

## Words that people type. Separate them with commas; case and accents do not matter.

typed-yes = sí, s, claro, de acuerdo, vale, ok, okay, verdadero, yes
typed-no = no, n, falso, nada, nadie, ninguno, ninguna
typed-today = hoy
typed-yesterday = ayer
typed-tomorrow = mañana
typed-skip = saltar, saltarla, omitir, pasar, skip
typed-back = atrás, volver, regresar, anterior, back
typed-cancel = cancelar, cancela, cancele, parar, detener, cancel
typed-fillers = de, del, el, la
# Twelve months and seven weekdays, from January and from Monday; a semicolon between them, other spellings only.
typed-months = ; ; ; ; ; ; ; ; set, setiembre; ; ;
typed-weekdays = ; ; ; ; ; ;

# Recordatorios
line-family-reminded = Hay algo para que lo mire, cuando le venga bien.
line-reminded =
    { $count ->
        [one] { $count } cosa le espera.
       *[other] { $count } cosas le esperan.
    }
line-late-in-team =
    { $count ->
        [one] En su equipo hay { $count } cosa con retraso.
       *[other] En su equipo hay { $count } cosas con retraso.
    }
line-late-for-long =
    { $count ->
        [one] En el programa hay { $count } cosa con una semana de retraso. El equipo lo sabe.
       *[other] En el programa hay { $count } cosas con una semana de retraso. Los equipos lo saben.
    }
line-due-is =
    { $rule ->
        [visit] Toca una visita: { $code }
        [review] Es hora de volver a mirar el plan: { $code }
        [follow_up] Por favor, pregunte qué fue de la ayuda: { $code }
        [promise] Toca un paso prometido: { $code }
        [decide] Una meta espera la palabra de la familia: { $code }
        [answer] Alguien pregunta por su informe: { $code }
        [aftercare] Toca preguntar cómo sigue todo tras el cierre: { $code }
       [quiet] Hace un tiempo que hay silencio: { $code }
       *[document] Un documento vence pronto: { $code }
    }
line-due-within = Cualquier día del { $first } al { $last }. Previsto: { $day }
line-due-on = Previsto: { $day }
line-because-risk =
    { $last ->
        [none] Por qué: riesgo { $risk }, una visita cada { $days } días.
       *[other] Por qué: riesgo { $risk }, una visita cada { $days } días. Última visita: { $last }
    }
line-because-move = Por qué: el niño o la niña se mudó el { $day }; por ahora, una visita cada { $days } días.
line-because-agreed = Por qué: ese día se acordó en la última visita.
line-because-chosen = Por qué: alguien responsable eligió este día.
line-because-first-contact = Por qué: nadie ha conocido aún a la familia; riesgo { $risk }.
line-because-review-every = Por qué: un plan se vuelve a mirar cada { $days } días.
line-because-review-agreed = Por qué: ese día se eligió para la próxima revisión.
line-because-follow-up = Por qué: se pidió un servicio y nadie ha dicho aún si ayudó.
line-because-promised = Por qué: se prometió para ese día.
line-because-proposed = Por qué: estas palabras esperan desde el { $day }.
line-because-asked = Por qué: la pregunta se hizo el { $day }.
line-because-closed = Por qué: el caso se cerró el { $day }.
line-because-expires = Por qué: vence el { $day }.
line-because-quiet = Por qué: no hay contacto con la familia desde el { $day }; se espera al menos uno cada { $days } días.
every-day = Todos los días
line-preferences-title = Cómo le recuerdo las cosas
line-told-from = { $days } · desde las { $morning } · no entre las { $from } y las { $until } · hora de { $city } · { $language }
line-told-between = { $days } · entre las { $from } y las { $until } · hora de { $city } · { $language }
line-next-told = El próximo mensaje llega: { $moment }, o poco después
line-nothing-planned = Por ahora no hay ningún mensaje previsto para usted.
line-danger-any-hour = Un peligro se avisa a cualquier hora a quien está de turno.
line-only-then = Nunca le escribo a otras horas sin que lo pida. Puede cambiarlo cuando quiera.
line-ask-morning = ¿A qué hora deben llegar los recordatorios del día? Elija una o escriba otra, como 9:30.
line-ask-days = ¿Qué días puedo escribirle? Toque un día para cambiarlo.
line-ask-quiet-from = ¿Desde cuándo debo callar? Elija una hora o escriba otra, como 21:30.
line-ask-safe-from = ¿Desde cuándo puedo escribirle? Elija una hora o escriba otra, como 16:30.
line-ask-until = ¿Y hasta cuándo?
line-preference-set = Gracias. A partir de ahora es así.
line-zone-set = Sus horas son ahora las de { $city }. Los días previstos no cambian.
line-in-quiet-hours = Eso cae en sus horas de silencio. Cámbielas primero, por favor.
line-hours-too-short = Déjeme al menos una hora al día, por favor.
line-one-day-at-least = Déjeme al menos un día, por favor.
label-preferences = Recordatorios
label-choose-morning = Hora
label-choose-days = Días
label-choose-quiet = Horas de silencio
label-choose-hours = Horas
label-time-zone = Zona horaria
label-as-usual = Como siempre
line-ask-put-off = ¿Cuándo se lo digo otra vez?
line-put-off-to = Se lo diré otra vez: { $moment }. El día previsto no cambia.
line-put-off-too-often = Lo ha dejado para luego tres veces. Por favor, respóndalo o hable con quien le supervisa.
line-put-off-too-late = Sería demasiado tarde. Por favor, elija otro momento o respóndalo ahora.
line-late-title = Atrasos y silencios, lo más antiguo primero
line-nothing-late = Nada está atrasado y nadie guarda silencio. Gracias por cuidar de su equipo.
line-ask-which-team = ¿Qué equipo?
line-late-with-nobody = Aún de nadie
line-span-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
line-late-thing =
    { $untold ->
        [yes] { label-reminder } – { $days } de atraso; no le llegó ningún aviso
       *[no] { label-reminder } – { $days } de atraso
    }
line-late-count = Atrasos: { $things }; el más largo: { $days }
line-quiet-since = En silencio desde el { $day }
line-quiet-means = En silencio: ningún informe durante más del doble del plazo más corto entre visitas de sus casos.
line-days-late = { $days } de atraso
line-never-told = Ningún aviso de esto le llegó a tiempo.
line-not-reached-here = Ahora no se le puede escribir aquí. Quizá convenga llamar.
# unasked
line-how-does-it-go = Quien supervisa su equipo pregunta cómo va { $code }. Si algo lo impide, dígaselo: entre todos se encuentra una solución.
line-asked-now = Se pregunta a { $name } cómo va, con palabras amables.
line-asked-later = Se preguntará a { $name } cuando le venga bien: { $moment }.
line-asked-already = A { $name } se le pregunta por esto una vez al día como mucho, y ya se ha hecho.
line-ask-they-back-on = ¿Qué día vuelve { $name }? Hasta entonces no se le recuerda nada. Elija un día o escriba otro, como 16 de marzo.
# unasked
line-away-for-you = Quien supervisa su equipo ha anotado que está ausente y vuelve el { $day }. Hasta entonces no se espera nada de usted.
line-away-for-noted = Anotado: { $name } vuelve el { $day }, y un mensaje se lo dice. Por favor, elija quién le cubre.
label-late-and-quiet = Atrasos y silencios
label-ask-after = Preguntar cómo va
label-give-on = Encargar a otra persona
label-they-are-away = Anotar una ausencia
label-reminder =
    { $rule ->
        [visit] { $code } · visita
        [review] { $code } · plan
        [follow_up] { $code } · ayuda
        [promise] { $code } · promesa
        [decide] { $code } · meta
        [answer] { $code } · pregunta
        [aftercare] { $code } · tras el cierre
       [quiet] { $code } · contacto
       *[document] { $code } · documento
    }
label-later = Más tarde
label-done-already = Ya se hizo
label-cannot-go = No puedo ir
label-put-off =
    { $when ->
        [hour] En una hora
        [evening] Esta tarde
       *[tomorrow] Mañana
    }

# Settings of the programme
line-settings-file = Ajustes del programa, versión { $version }
line-ask-settings = Cambie valores en este archivo, guárdelo como CSV y envíelo aquí. Primero le muestro qué se seguiría. Nada cambia antes de que usted lo diga.
line-settings-for-managers = Los ajustes están en manos de quienes dirigen el programa.
line-file-not-asked = Guardo un archivo solo donde lo pido; este no lo he guardado.
line-settings-looking = Estoy mirando su archivo. Todavía no cambia nada.
line-settings-unreadable =
    { $why ->
        [other_kind] Envíe los ajustes como archivo CSV, por favor.
        [too_large] Este archivo es demasiado grande para ajustes. Envíe el archivo CSV que le di.
        [workbook] Esto es un libro de cálculo. Guárdelo como CSV y envíe ese.
        [not_text] No puedo leer este archivo. Guárdelo como CSV con UTF-8 y envíe ese.
        [lost] Telegram no me dio el archivo. Envíelo una vez más, por favor.
       *[not_settings] No encuentro ajustes en este archivo. Envíe el archivo CSV que le di.
    }
line-settings-wrong =
    { $count ->
        [one] Una fila no encaja todavía. Nada ha cambiado.
       *[other] { $count } filas no encajan todavía. Nada ha cambiado.
    }
line-settings-problem = Fila { $row }, { $column }:
settings-unknown = no hay ningún ajuste «{ $name }». Tome los nombres del archivo que le di.
settings-twice = { $name } ya está en la fila { $row }. Deje una de las dos.
settings-crowded = { $name } tiene más de un valor. Deje uno, entre comillas si lleva coma.
settings-cell = { $name } no puede ser «{ $given }».
settings-clash = { $name } no va con los demás.
settings-right =
    { $kind ->
        [number] Escriba un número entero de { $from } a { $until }.
        [minutes] Escriba minutos, de { $from } a { $until }.
        [hours] Escriba horas, de { $from } a { $until }.
        [time] Escriba una hora del día, como 08:00 o 20:30.
        [within] Escriba hasta 72 horas o hasta 30 días, como 24 hours o 3 days.
        [weekdays] Escriba días de la semana, como mon tue wed.
        [dates] Escriba fechas separadas por espacios, como 2026-12-25 2026-12-26.
        [holiday] Escriba uno de estos: { $words }.
        [numbers] Escriba hasta 8 nombres con sus números, separados por ;, como Police 999; Childline 116.
       *[as_sent] Déjelo como está en el archivo que le di.
    }
settings-sense =
    { $clash ->
        [visits] Un riesgo más alto necesita los mismos días que uno más bajo, o menos.
        [phases] Cada período tras una mudanza debe terminar después del anterior.
        [contact] Un caso nuevo de más riesgo se conoce tan pronto como uno de menos riesgo, o antes.
        [last] El último recordatorio debe llegar antes de la visita siguiente. Recuerde antes o visite con menos frecuencia.
        [ahead] El primer recordatorio debe llegar después de la visita anterior. Recuerde más tarde o visite con menos frecuencia.
        [after] El último recordatorio debe llegar después del anterior.
        [above] Los supervisores se enteran primero del riesgo alto, luego del resto, y la dirección al final.
        [quiet] Las horas de silencio deben dejar al menos una hora para escribir.
        [morning] Los recordatorios del día deben llegar fuera de las horas de silencio.
        [family_hours] Deje al menos una hora en que se pueda escribir a las familias.
        [family_days] Nombre al menos un día.
        [weekend] Deje al menos un día laborable.
       *[later] La segunda vez debe llegar después de la primera.
    }
line-settings-more = … y { $count } más
line-settings-old = Este archivo viene de la versión { $from }, y está en vigor la versión { $now }. Desharía lo que cambió desde entonces, así que no he cambiado nada. Tome el archivo actual, por favor.
line-settings-same = Este archivo dice lo que ya está en vigor. Nada ha cambiado.
line-settings-effect = Su archivo está bien. ¿Será así desde ahora?
line-settings-change = { $name }: { $before } → { $after }
line-settings-move =
    { $rule ->
        [visit] Visitas: { $parts }
        [review] Revisiones del plan: { $parts }
        [follow_up] Seguimientos de servicios: { $parts }
        [promise] Pasos prometidos: { $parts }
        [decide] Metas que esperan a una familia: { $parts }
        [answer] Preguntas sobre informes: { $parts }
        [aftercare] Seguimientos tras el cierre: { $parts }
       [quiet] Familias sin contacto: { $parts }
       *[document] Documentos: { $parts }
    }
settings-earlier = { $count } antes
settings-later = { $count } después
settings-new =
    { $count ->
        [one] { $count } nueva
       *[other] { $count } nuevas
    }
settings-gone = { $count } menos
line-settings-nothing-moves = Ninguna fecha se mueve.
line-settings-retold = Los recordatorios llegan a otras horas o en otros días.
line-settings-days-off-kept = Los recordatorios llegan igual en esos días. Para cambiarlo, escriba «next working day» o «previous working day» en on_holiday.
line-settings-set = La versión { $version } está en vigor. Las fechas la siguen en unos minutos.
line-settings-left = Todo queda como está.
line-settings-meanwhile = Los ajustes cambiaron entretanto, así que su archivo no ha cambiado nada. Tome el archivo actual, por favor.
label-settings = Ajustes
label-settings-file = Archivo actual
label-use-settings = Usar esto
label-leave-settings = Dejar como está
