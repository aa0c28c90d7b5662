# Reste tel quel dans les phrases, après « pour », « par » et « de ».
mydata-nobody = quelqu’un dont les données sont effacées

mydata-not-posted = La personne qui l’a commandée a fait effacer ses données : la vidéo n’est donc pas publiée.
mydata-not-made = La personne qui l’a commandée a fait effacer ses données : la vidéo n’est donc pas créée.

mydata-packed = Tes données
mydata-packed-all = Ce fichier contient tout ce qui est enregistré sur toi, sur tous les serveurs de ce bot. Personne d’autre ne peut le voir ici.
mydata-packed-some = { $left ->
    [one] { $left } image, la plus ancienne, n’y tenait pas.
   *[other] { $left } images, les plus anciennes, n’y tenaient pas.
}
mydata-nothing = Rien n’est enregistré sur toi.
mydata-too-much = C’est plus que ce que Discord accepte dans un fichier. Demande-le à l’opérateur de ce bot.
mydata-in-hand = Ton fichier est déjà en préparation. Un instant.

mydata-readme-title = Tes données dans Stillmotion
mydata-readme-data = data.json : toutes les lignes où tu figures, par table, avec les ID tels que Discord les écrit. 0 désigne quelqu’un d’autre.
mydata-readme-ledger = ledger.csv : chaque changement de tes crédits, pour un tableur.
mydata-readme-pictures = pictures/ : les images que tu as animées, tant qu’elles sont conservées. Elles portent l’ID de leur vidéo.
mydata-readme-left = { $left ->
    [one] { $left } image, la plus ancienne, ne tenait pas dans ce fichier.
   *[other] { $left } images, les plus anciennes, ne tenaient pas dans ce fichier.
}
mydata-readme-videos = Les vidéos terminées sont dans Discord, pas ici. Celle que Discord n’a pas acceptée arrive avec /jobs resend.
mydata-readme-delete = Pour tout faire effacer, utilise /mydata delete.
mydata-readme-counts = Contenu : { $videos }, { $pictures }.

mydata-videos-count = { $videos ->
    [one] { $videos } vidéo
   *[other] { $videos } vidéos
}
mydata-pictures-count = { $pictures ->
    [one] { $pictures } image
   *[other] { $pictures } images
}

mydata-question = Effacer tes données ?
mydata-what-is-there = Tu as { $videos } et { $pictures }, sur { $servers ->
    [one] { $servers } serveur
   *[other] { $servers } serveurs
}.
mydata-goes = Ce qui disparaît
mydata-goes-words = Les prompts, les images, les brouillons et les vidéos que le bot conserve encore ; les raisons écrites à ton sujet.
mydata-goes-name = Ton nom dans les opérations de crédits, dans la liste des changements et sur les cartes : plus personne ne pourra dire à qui c’était. C’est irréversible.
mydata-goes-queued = { $videos ->
    [one] { $videos } vidéo qui attend son tour est annulée.
   *[other] { $videos } vidéos qui attendent leur tour sont annulées.
}
mydata-goes-being-made = { $videos ->
    [one] **{ $videos } vidéo est en cours de création** et ne peut pas être arrêtée : elle est payée, et non publiée. Si tu la veux, attends qu’elle soit là.
   *[other] **{ $videos } vidéos sont en cours de création** et ne peuvent pas être arrêtées : elles sont payées, et non publiées. Si tu les veux, attends qu’elles soient là.
}
mydata-goes-granted = Ton bonus est perdu : { $price }.
mydata-stays = Ce qui reste
mydata-stays-posted = Les messages et les noms des fils dans Discord. Supprimes-y d’abord tes vidéos : ensuite, seule la modération pourra le faire.
mydata-stays-used = Ce que tu as consommé de ton quota, sous forme de nombre, jusqu’à son renouvellement { $when }.
mydata-stays-ruled = { $servers ->
    [one] Un blocage ou un quota réduit fixé pour toi par la modération, sur { $servers } serveur, avec ton ID, jusqu’à ce qu’elle l’enlève ou qu’il expire.
   *[other] Les blocages ou quotas réduits fixés pour toi par la modération, sur { $servers } serveurs, avec ton ID, jusqu’à ce qu’elle les enlève ou qu’ils expirent.
}
mydata-yes = Tout effacer
mydata-no = Garder
mydata-erasing = Tes données sont en train d’être effacées…
mydata-erased = Tes données sont effacées
mydata-erased-cards = Les cartes les plus récentes perdent leurs textes dans les prochaines minutes.
mydata-erased-again = Tu peux continuer à utiliser le bot quand tu veux.
mydata-kept = Rien n’a été effacé
mydata-of-another = Cette question est à quelqu’un d’autre. La tienne vient avec `/mydata delete`.
