status-title = Como vai tudo

status-here = Vídeos deste servidor
status-nothing-open = Nada espera e nada está sendo feito.
status-open = Esperando: **{ $waiting }** · em preparo: **{ $making }**
status-oldest = O que espera há mais tempo foi pedido { $when }.
status-others = Em outros servidores: esperando { $waiting }, em preparo { $making }

status-stuck = Podem precisar de você
status-stuck-late = { $number ->
    [one] **1** está demorando demais. O bot continua perguntando ao provedor; `/jobs resolve` o encerra.
   *[other] **{ $number }** estão demorando demais. O bot continua perguntando aos provedores; `/jobs resolve` os encerra.
    }
status-stuck-uncertain = { $number ->
    [one] **1** está retido: o provedor não diz o que aconteceu com ele. `/jobs resolve` decide.
   *[other] **{ $number }** estão retidos: os provedores não dizem o que aconteceu com eles. `/jobs resolve` decide.
    }
status-stuck-undeliverable = { $number ->
    [one] **1** está pronto e não pôde ser publicado. Dê ao bot o que falta, e `/jobs resend` o publica.
   *[other] **{ $number }** estão prontos e não puderam ser publicados. Dê ao bot o que falta, e `/jobs resend` os publica.
    }

status-providers = Provedores nas últimas 24 horas
status-provider-idle = { $provider }: nada terminou
status-provider = { $provider }: { $made } de { $ended } feitos
status-provider-time = { $provider }: { $made } de { $ended } feitos, em geral em { $time }
status-paused = Em pausa, nova tentativa { $when }: a conta neste provedor não funciona; o operador do bot pode consertar isso.
status-paused-model = { $model } está em pausa, nova tentativa { $when }: não está disponível no momento.

status-bot = O bot
status-well = O Discord, o banco de dados e todos os processos estão bem.
status-wrong-gateway = Não está conectado ao Discord.
status-wrong-database = O banco de dados não aceita nada; nada pode ser pedido.
status-wrong-loops = Alguns dos processos estão parados. O operador deve olhar os registros do bot.
status-version = Stillmotion { $version }
