settings-title = Configurações deste servidor

settings-section-credits = Créditos
settings-section-time = Tempo
settings-section-at-once = Ao mesmo tempo
settings-section-who-and-where = Quem e onde
settings-section-what = O quê
settings-section-moderators = Moderadores

settings-line = { $name }: **{ $value }**
settings-line-deleted = { $name }: **excluído**
settings-line-all-deleted = { $name }: { $deleted ->
    [one] **{ $deleted } excluído**
   *[other] **{ $deleted } excluídos**
}
settings-line-some-deleted = { $name }: **{ $value }**, e { $deleted ->
    [one] { $deleted } excluído
   *[other] { $deleted } excluídos
}

settings-allowance-day = { $allowance } por dia
settings-allowance-week = { $allowance } por semana
settings-allowance-month = { $allowance } por mês
settings-words = { $words ->
    [one] { $words } palavra
   *[other] { $words } palavras
}

settings-gone-channels = Assim ninguém pode pedir em lugar nenhum: adicione um canal ou esvazie a lista.
settings-gone-roles = Assim ninguém pode pedir: adicione um cargo ou esvazie a lista.
settings-gone-models = Assim nenhum vídeo pode ser feito: adicione um modelo ou esvazie a lista.

settings-no-words = Nenhuma.
settings-no-adult-words = Só as que já vêm com o bot.

settings-hidden-commands = O próprio Discord esconde os comandos de moderador de membros sem Gerenciar servidor. Um administrador pode mostrá-los a estes cargos em Configurações do servidor > Integrações.

settings-nothing-usable = Com estas configurações não sobra nenhum modelo que possa fazer um vídeo: todo `/animate` é recusado.
settings-all-too-dear = Nenhum vídeo custa tão pouco: o mais barato custa { $cheapest }, então todo `/animate` é recusado.
settings-pool-too-small = Todos os membros juntos têm muito pouco para qualquer vídeo: o mais barato custa { $cheapest }, então todo `/animate` é recusado.
settings-grants-only = Só isto não basta para nenhum vídeo: o mais barato custa { $cheapest }.
settings-provider-off = O operador do bot não tem { $provider } ativado no momento.

settings-set-and-lift = `{ $limit }` não pode ser definido e retirado ao mesmo tempo.
settings-no-limit-named = Indique pelo menos um limite, ou um em `tirar_limite`.
settings-no-window-named = Indique um `período`, um `fuso_horário`, ou os dois.
settings-no-model = Não existe o modelo “{ $typed }”.
settings-did-you-mean = Você quis dizer { $names }?
settings-see-models = Veja `/models`.
settings-no-zone = Não existe o fuso horário “{ $typed }”.
settings-zone-form = Use um nome como Europe/Berlin ou America/New_York.
settings-clear-alone = `esvaziar` esquece tudo; deixe `{ $option }` de fora ou use `remover`.
settings-tidy-alone = `limpar` remove o que não existe mais; deixe `{ $option }` de fora ou use `remover`.
settings-name-to-add = Indique em `{ $option }` o que adicionar.
settings-name-to-remove = Indique em `{ $option }` o que remover.
settings-nothing-known = O Discord ainda não disse ao bot o que há neste servidor. Tente de novo em um minuto.
settings-not-everyone = @everyone não vale: indique um cargo que só alguns membros tenham, ou use `esvaziar`.
settings-missing-permissions = Em { $channel } o bot não tem: { $permissions }.
settings-give-permissions = Dê a ele estas permissões lá, ou escolha outro canal.

settings-full-channels = A lista aceita no máximo { $most } canais; agora tem { $now }.
settings-full-roles = A lista aceita no máximo { $most } cargos; agora tem { $now }.
settings-full-models = A lista aceita no máximo { $most } modelos; agora tem { $now }.
settings-full-providers = A lista aceita no máximo { $most } provedores; agora tem { $now }.
settings-full-words = A lista aceita no máximo { $most } palavras; agora tem { $now }.
settings-all-exist-channels = Não há nada para limpar: todos os canais da lista existem.
settings-all-exist-roles = Não há nada para limpar: todos os cargos da lista existem.
settings-all-exist-models = Não há nada para limpar: todos os modelos da lista existem.
settings-none-exists-channels = Nenhum dos canais da lista existe mais, e com a lista vazia todos são permitidos.
settings-none-exists-roles = Nenhum dos cargos da lista existe mais, e com a lista vazia todos são permitidos.
settings-none-exists-models = Nenhum dos modelos da lista existe mais, e com a lista vazia todos são permitidos.
settings-add-or-clear = Use antes `adicionar` com algo permitido, ou `esvaziar`.
settings-all-allowed-channels = Todos os canais são permitidos agora. Adicione os que podem ser usados: os outros deixam de valer.
settings-all-allowed-roles = Todos os cargos são permitidos agora. Adicione os que podem ser usados: os outros deixam de valer.
settings-all-allowed-models = Todos os modelos são permitidos agora. Adicione os que podem ser usados: os outros deixam de valer.
settings-all-allowed-providers = Todos os provedores são permitidos agora. Adicione os que podem ser usados: os outros deixam de valer.
settings-none-left-channels = Não sobraria nenhum, e então todos os canais são permitidos. Use `esvaziar` se é isso que você quer.
settings-none-left-roles = Não sobraria nenhum, e então todos os cargos são permitidos. Use `esvaziar` se é isso que você quer.
settings-none-left-models = Não sobraria nenhum, e então todos os modelos são permitidos. Use `esvaziar` se é isso que você quer.
settings-none-left-providers = Não sobraria nenhum, e então todos os provedores são permitidos. Use `esvaziar` se é isso que você quer.

settings-word-too-long = Uma palavra tem no máximo { $most } caracteres; “{ $word }…” tem { $length }.
settings-word-not-findable = “{ $word }” não tem nada que possa ser encontrado em um prompt.
settings-no-word-named = Indique uma palavra ou várias, separadas por vírgulas.
