quota-yours = Tus créditos
quota-newest = Videos más recientes
quota-not-charged = Los videos que no se pueden hacer no se cobran. Precios: `/models`
quota-of-member = Créditos de { $member }
quota-every-entry = Todos los movimientos: `/quota history`

quota-of-role = Cupo de { $role }
quota-each = { $allowance } para cada miembro
quota-none-of-its-own = Sin cupo propio. El de todos: { $allowance }.
quota-which-counts = De varios roles cuenta el cupo más alto. El cupo propio de un miembro va antes que el de cualquier rol.

quota-of-server = Cupos de este servidor
quota-renews = Se renueva { $countdown }, el { $moment }.
quota-together = Todos los miembros juntos
quota-granted-left = Créditos extra restantes: **{ $credits }**
quota-roles = Roles
quota-members = Miembros
quota-blocked = Bloqueados
quota-holder = { $holder }: { $allowance }
quota-blocked-until = { $member } hasta el { $until }: { $reason }
quota-blocked-endless = { $member }: { $reason }
quota-somebody = Créditos de alguien: `/quota show` con `miembro` · Límites: `/settings show`
quota-pool-used = Usado: **{ $used }** · { $allowance }
quota-left-of = Quedan **{ $left }** de { $limit }

quota-ledger-of = Registro de { $member }
quota-ledger = Registro de todos los miembros
quota-ledger-empty = Todavía nada.
quota-entry-whose = { $member }: { $what }
quota-entry-given-by = **+{ $credits }** de regalo de { $partner }
quota-entry-granted = **+{ $credits }** por concesión
quota-entry-reserved = **{ $credits }** en reserva
quota-entry-spent = **{ $credits }** de gasto
quota-entry-released = **{ $credits }** de vuelta
quota-entry-reset = **+{ $credits }** de vuelta al restablecer el cupo
quota-entry-carried = **{ $credits }** de uso anterior
quota-entry-given-to = **−{ $credits }** de regalo para { $partner }
quota-entry-taken-back = **−{ $credits }** por retirada
quota-entry-reason = «{ $reason }»
quota-entry-cheaper = otro proveedor lo hace por menos
quota-entry-grant = de la concesión { $grant }
quota-entry-allowance = del cupo
quota-entry-by = por { $actor }
quota-entry-job = pedido { $job }
quota-entry-number = movimiento { $entry }

quota-given = Regalaste { $credits }
quota-given-left = Para { $member }. De tus créditos extra te quedan **{ $after }**; eran { $before }.

# Detrás de «tienes» (answers-costs).
quota-has-no-limit = créditos sin límite
quota-has-no-allowance = un cupo de 0
quota-has = **{ $left }** de { $limit } hasta el { $until }
quota-has-granted = **{ $left }** de { $limit } hasta el { $until }, más **{ $granted }** extra

quota-unlimited = **Sin límite**
quota-forbidden-you = **Ninguno:** aquí no puedes pedir videos
quota-forbidden-they = **Ninguno:** aquí no puede pedir videos
quota-spent = Gastado: { $spent } · En curso: { $held }
quota-pool-left = Todos los miembros juntos: **quedan { $left }**
quota-pool = Todos los miembros juntos: **{ $allowance }**
quota-block-you = Tienes un bloqueo hasta que un moderador lo quite: { $reason }
quota-block-they = Tiene un bloqueo hasta que un moderador lo quite: { $reason }
quota-block-until-you = Tienes un bloqueo que termina { $countdown }, el { $moment }: { $reason }
quota-block-until-they = Tiene un bloqueo que termina { $countdown }, el { $moment }: { $reason }
quota-source-member-you = Un cupo propio
quota-source-member-they = Un cupo propio
quota-source-role-you = El cupo de { $role }, el más alto de tus roles
quota-source-role-they = El cupo de { $role }, el más alto de sus roles
quota-source-server = El cupo de todos en este servidor
quota-grants = **+{ $granted } extra**, que se usan después del cupo
quota-grants-unusable = **+{ $granted } extra**, que no se pueden usar mientras pedir esté prohibido
quota-grant-until = **{ $left }** hasta el { $until }
quota-grant-endless = **{ $left }** sin fecha de fin
quota-grant-for = { $grant }: { $reason }
quota-more-grants = { $more ->
    [one] y { $more } concesión más
   *[other] y { $more } concesiones más
}

quota-limits = Aquí: { $limits }.
quota-limit-member = { $videos } de tus videos a la vez
quota-limit-server = { $videos } de todos los miembros a la vez
quota-limit-cooldown = { $wait } entre tus pedidos
quota-limit-price = como máximo { $credits } por video

quota-no-limit = sin límite
quota-no-videos = ningún video
quota-per-day = **{ $allowance }** al día
quota-per-week = **{ $allowance }** a la semana
quota-per-month = **{ $allowance }** al mes

quota-ask = **No se cobró nada.** Un moderador puede cambiarlo.
quota-wait = **No se cobró nada.** Envía entonces el comando otra vez.

quota-not-enough = No hay suficientes créditos
quota-price = Este video cuesta **{ $credits }**.
quota-cheaper = **No se cobró nada.** Un video más corto o el modo `std` puede costar menos; mira `/models`.
quota-cheaper-or-ask = **No se cobró nada.** Un video más corto o el modo `std` puede costar menos; mira `/models`. Un moderador puede cambiar los límites.
quota-short-member = Te quedan **{ $left }**, { $missing } menos de lo necesario.
quota-short-server = A todos los miembros de este servidor juntos les quedan **{ $left }**, { $missing } menos de lo necesario.
quota-short-operator = Al presupuesto propio del bot para todos los servidores le quedan **{ $left }**, { $missing } menos de lo necesario.
quota-enough-again = Habrá suficientes { $countdown }, el { $moment }.
quota-never-member = Esperar no ayuda. Nunca tienes tantos a la vez, ni cuando se renuevan tus créditos.
quota-never-server = Esperar no ayuda. Es más de lo que llegan a compartir.
quota-never-operator = Esperar no ayuda. Es más que el presupuesto entero de un mes.

quota-too-many = Demasiados videos a la vez
quota-too-many-member = Tienes { $most } en curso, tantos como este servidor permite a la vez.
quota-too-many-server = Los miembros de este servidor tienen en total { $most } en curso, tantos como permite a la vez.
quota-next-ready = El próximo debería estar listo { $countdown }, el { $moment }.
quota-not-now = Ahora no
quota-takes-none = Ahora mismo este servidor no acepta videos nuevos.

quota-too-soon = Un poco pronto
quota-cooling-down = Este servidor deja pasar un tiempo entre dos pedidos. El tuyo puede seguir { $countdown }, el { $moment }.

quota-you-are-blocked = Tienes un bloqueo
quota-you-are-blocked-until = Un moderador te bloqueó y no puedes pedir videos. El bloqueo termina { $countdown }, el { $moment }.
quota-you-are-blocked-endless = Un moderador te bloqueó y no puedes pedir videos. El bloqueo no tiene fecha de fin.

quota-not-permitted = Este servidor no lo permite
quota-only-allowance = Tu cupo prohíbe todos los videos, también con créditos extra.
quota-only-role = Los videos se pueden pedir con uno de estos roles: { $allowed }.
quota-only-channel = Los videos se pueden pedir en { $allowed }.
quota-only-model = Aquí se pueden usar estos modelos: { $allowed }.
quota-only-provider = Aquí los videos los hace { $allowed }.
quota-only-free = Aquí ningún video puede costar nada.
quota-only-price = Un video puede costar como máximo { $credits }.

quota-not-given = No se regaló
quota-not-moved = **No se movió nada.**
quota-giving-off = Este servidor no deja que los miembros regalen créditos. Un moderador puede cambiarlo.
quota-give-at-most = Puedes regalar como máximo **{ $credits }**: solo créditos extra que recibiste, no tu cupo ni nada que esté reservado.

quota-member-or-role = Indica un `miembro` o un `rol`, no ambos.
quota-zero = 0 créditos no cambian nada. Con más de 0 se conceden, con menos de 0 se retiran.
quota-no-until = `hasta` no va con retirar créditos.
quota-take-back-at-most = De los créditos extra de { $member } solo quedan { $left } por retirar.
quota-no-bots = Los bots no piden videos ni tienen créditos. Indica a una persona.
quota-not-everyone = El cupo de todos se fija con `/quota set-default`.
quota-credits-or-word = Indica `créditos` o una `palabra`, una de las dos cosas.

quota-until-unreadable = `hasta` no se puede leer.
quota-until-forms = Escribe una fecha como `2026-12-24`, una hora como `2026-12-24 18:00` o un plazo como `3 days` o `2w`.
quota-until-past = `hasta` está en el pasado.
quota-until-zone = Las horas son de { $zone }, la zona horaria de este servidor.
quota-until-far = `hasta` está a más de diez años.
quota-until-no-end = Omítelo si no debe tener fin.

quota-give-yourself = Esos créditos ya son tuyos. Indica a otro miembro.
quota-give-bot = Los bots no piden videos. Indica a una persona.
quota-give-nobody = Esa persona no es miembro de este servidor.
