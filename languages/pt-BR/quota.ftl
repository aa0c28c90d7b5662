quota-yours = Seus créditos
quota-newest = Vídeos mais recentes
quota-not-charged = Vídeos que não podem ser feitos não são cobrados. Preços: `/models`
quota-of-member = Créditos de { $member }
quota-every-entry = Todos os lançamentos: `/quota history`

quota-of-role = Cota de { $role }
quota-each = { $allowance } para cada membro
quota-none-of-its-own = Sem cota própria. A de todos: { $allowance }.
quota-which-counts = De vários cargos, vale a cota mais alta. A cota própria de um membro vem antes da de qualquer cargo.

quota-of-server = Cotas deste servidor
quota-renews = Renova-se { $countdown }, em { $moment }.
quota-together = Todos os membros juntos
quota-granted-left = Créditos extras restantes: **{ $credits }**
quota-roles = Cargos
quota-members = Membros
quota-blocked = Bloqueados
quota-holder = { $holder }: { $allowance }
quota-blocked-until = { $member } até { $until }: { $reason }
quota-blocked-endless = { $member }: { $reason }
quota-somebody = Créditos de alguém: `/quota show` com `membro` · Limites: `/settings show`
quota-pool-used = Usado: **{ $used }** · { $allowance }
quota-left-of = Restam **{ $left }** de { $limit }

quota-ledger-of = Extrato de { $member }
quota-ledger = Extrato de todos os membros
quota-ledger-empty = Nada ainda.
quota-entry-whose = { $member }: { $what }
quota-entry-given-by = **+{ $credits }** de presente de { $partner }
quota-entry-granted = **+{ $credits }** por concessão
quota-entry-reserved = **{ $credits }** em reserva
quota-entry-spent = **{ $credits }** de gasto
quota-entry-released = **{ $credits }** de volta
quota-entry-reset = **+{ $credits }** de volta com a cota zerada
quota-entry-carried = **{ $credits }** de uso anterior
quota-entry-given-to = **−{ $credits }** de presente para { $partner }
quota-entry-taken-back = **−{ $credits }** por retirada
quota-entry-reason = “{ $reason }”
quota-entry-cheaper = outro provedor faz por menos
quota-entry-grant = da concessão { $grant }
quota-entry-allowance = da cota
quota-entry-by = por { $actor }
quota-entry-job = pedido { $job }
quota-entry-number = lançamento { $entry }

quota-given = Presente enviado: { $credits }
quota-given-left = Para { $member }. Dos seus créditos extras restam **{ $after }**; eram { $before }.

# Depois de «você tem» (answers-costs).
quota-has-no-limit = créditos sem limite
quota-has-no-allowance = uma cota de 0
quota-has = **{ $left }** de { $limit } até { $until }
quota-has-granted = **{ $left }** de { $limit } até { $until }, mais **{ $granted }** extras

quota-unlimited = **Sem limite**
quota-forbidden-you = **Nenhum:** você não pode pedir vídeos aqui
quota-forbidden-they = **Nenhum:** não pode pedir vídeos aqui
quota-spent = Gasto: { $spent } · Em andamento: { $held }
quota-pool-left = Todos os membros juntos: **restam { $left }**
quota-pool = Todos os membros juntos: **{ $allowance }**
quota-block-you = Você tem um bloqueio até um moderador retirar: { $reason }
quota-block-they = Tem um bloqueio até um moderador retirar: { $reason }
quota-block-until-you = Você tem um bloqueio que termina { $countdown }, em { $moment }: { $reason }
quota-block-until-they = Tem um bloqueio que termina { $countdown }, em { $moment }: { $reason }
quota-source-member-you = Uma cota própria
quota-source-member-they = Uma cota própria
quota-source-role-you = A cota de { $role }, a mais alta dos seus cargos
quota-source-role-they = A cota de { $role }, a mais alta dos cargos do membro
quota-source-server = A cota de todos neste servidor
quota-grants = **+{ $granted } extras**, usados depois da cota
quota-grants-unusable = **+{ $granted } extras**, que não podem ser usados enquanto pedir for proibido
quota-grant-until = **{ $left }** até { $until }
quota-grant-endless = **{ $left }** sem data de fim
quota-grant-for = { $grant }: { $reason }
quota-more-grants = { $more ->
    [one] e mais { $more } concessão
   *[other] e mais { $more } concessões
}

quota-limits = Aqui: { $limits }.
quota-limit-member = { $videos } dos seus vídeos por vez
quota-limit-server = { $videos } de todos os membros por vez
quota-limit-cooldown = { $wait } entre seus pedidos
quota-limit-price = no máximo { $credits } por vídeo

quota-no-limit = sem limite
quota-no-videos = nenhum vídeo
quota-per-day = **{ $allowance }** por dia
quota-per-week = **{ $allowance }** por semana
quota-per-month = **{ $allowance }** por mês

quota-ask = **Nada foi cobrado.** Um moderador pode mudar isso.
quota-wait = **Nada foi cobrado.** Envie então o comando de novo.

quota-not-enough = Créditos insuficientes
quota-price = Este vídeo custa **{ $credits }**.
quota-cheaper = **Nada foi cobrado.** Um vídeo mais curto ou o modo `std` pode custar menos; veja `/models`.
quota-cheaper-or-ask = **Nada foi cobrado.** Um vídeo mais curto ou o modo `std` pode custar menos; veja `/models`. Um moderador pode mudar os limites.
quota-short-member = Você ainda tem **{ $left }**, { $missing } a menos que o necessário.
quota-short-server = Todos os membros deste servidor juntos ainda têm **{ $left }**, { $missing } a menos que o necessário.
quota-short-operator = O orçamento do próprio bot para todos os servidores ainda tem **{ $left }**, { $missing } a menos que o necessário.
quota-enough-again = Haverá o suficiente { $countdown }, em { $moment }.
quota-never-member = Esperar não ajuda. Você nunca tem tanto de uma vez, nem quando seus créditos se renovam.
quota-never-server = Esperar não ajuda. É mais do que eles dividem em qualquer momento.
quota-never-operator = Esperar não ajuda. É mais que o orçamento inteiro de um mês.

quota-too-many = Vídeos demais ao mesmo tempo
quota-too-many-member = Você tem { $most } em andamento, o máximo que este servidor permite por vez.
quota-too-many-server = Os membros deste servidor têm juntos { $most } em andamento, o máximo que ele permite por vez.
quota-next-ready = O próximo deve ficar pronto { $countdown }, em { $moment }.
quota-not-now = Agora não
quota-takes-none = Este servidor não aceita novos vídeos no momento.

quota-too-soon = Um pouco cedo
quota-cooling-down = Este servidor deixa passar um tempo entre dois pedidos. O seu pode vir { $countdown }, em { $moment }.

quota-you-are-blocked = Você tem um bloqueio
quota-you-are-blocked-until = Um moderador bloqueou seus pedidos de vídeo. O bloqueio termina { $countdown }, em { $moment }.
quota-you-are-blocked-endless = Um moderador bloqueou seus pedidos de vídeo. O bloqueio não tem data de fim.

quota-not-permitted = Este servidor não permite isso
quota-only-allowance = Sua cota proíbe todos os vídeos, mesmo com créditos extras.
quota-only-role = Vídeos podem ser pedidos com um destes cargos: { $allowed }.
quota-only-channel = Vídeos podem ser pedidos em { $allowed }.
quota-only-model = Estes modelos podem ser usados aqui: { $allowed }.
quota-only-provider = Aqui os vídeos são feitos por { $allowed }.
quota-only-free = Aqui nenhum vídeo pode custar nada.
quota-only-price = Um vídeo pode custar no máximo { $credits }.

quota-not-given = Presente não enviado
quota-not-moved = **Nada foi transferido.**
quota-giving-off = Este servidor não deixa os membros presentearem créditos. Um moderador pode mudar isso.
quota-give-at-most = Você pode dar no máximo **{ $credits }**: só créditos extras que você recebeu, não a sua cota nem nada que esteja reservado.

quota-member-or-role = Indique um `membro` ou um `cargo`, não os dois.
quota-zero = 0 créditos não mudam nada. Mais de 0 são concedidos, menos de 0 são retirados.
quota-no-until = `até` não combina com retirar créditos.
quota-take-back-at-most = Dos créditos extras de { $member } só restam { $left } para retirar.
quota-no-bots = Bots não pedem vídeos nem têm créditos. Indique uma pessoa.
quota-not-everyone = A cota de todos é definida com `/quota set-default`.
quota-credits-or-word = Indique `créditos` ou uma `palavra`, um dos dois.

quota-until-unreadable = `até` não pode ser lido.
quota-until-forms = Escreva uma data como `2026-12-24`, uma hora como `2026-12-24 18:00` ou um prazo como `3 days` ou `2w`.
quota-until-past = `até` está no passado.
quota-until-zone = Os horários são os de { $zone }, o fuso horário deste servidor.
quota-until-far = `até` está a mais de dez anos.
quota-until-no-end = Deixe de fora se não deve haver fim.

quota-give-yourself = Esses créditos já são seus. Indique outro membro.
quota-give-bot = Bots não pedem vídeos. Indique uma pessoa.
quota-give-nobody = Essa pessoa não é membro deste servidor.
