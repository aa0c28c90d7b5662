status-title = Cómo va todo

status-here = Videos de este servidor
status-nothing-open = Nada espera y nada se está haciendo.
status-open = Esperando: **{ $waiting }** · en preparación: **{ $making }**
status-oldest = El que más espera se pidió { $when }.
status-others = En otros servidores: esperando { $waiting }, en preparación { $making }

status-stuck = Puede que te necesiten
status-stuck-late = { $number ->
    [one] **1** tarda demasiado. El bot sigue preguntando a su proveedor; `/jobs resolve` lo da por terminado.
   *[other] **{ $number }** tardan demasiado. El bot sigue preguntando a sus proveedores; `/jobs resolve` los da por terminados.
    }
status-stuck-uncertain = { $number ->
    [one] **1** está retenido: su proveedor no dice qué pasó con él. `/jobs resolve` decide.
   *[other] **{ $number }** están retenidos: sus proveedores no dicen qué pasó con ellos. `/jobs resolve` decide.
    }
status-stuck-undeliverable = { $number ->
    [one] **1** está terminado y no se pudo publicar. Dale al bot lo que le falta, y `/jobs resend` lo publica.
   *[other] **{ $number }** están terminados y no se pudieron publicar. Dale al bot lo que le falta, y `/jobs resend` los publica.
    }

status-providers = Proveedores en las últimas 24 horas
status-provider-idle = { $provider }: no terminó nada
status-provider = { $provider }: { $made } de { $ended } hechos
status-provider-time = { $provider }: { $made } de { $ended } hechos, normalmente en { $time }
status-paused = En pausa, nuevo intento { $when }: la cuenta con este proveedor no funciona; puede arreglarlo el operador del bot.
status-paused-model = { $model } está en pausa, nuevo intento { $when }: ahora mismo no está disponible.

status-bot = El bot
status-well = Discord, la base de datos y todos los procesos están bien.
status-wrong-gateway = No está conectado a Discord.
status-wrong-database = Su base de datos no acepta nada; no se puede pedir nada.
status-wrong-loops = Algunos de sus procesos están parados. Su operador debería mirar los registros del bot.
status-version = Stillmotion { $version }
