# 動画を作れなかった理由。依頼のカードに表示される。

providers-wrong = プロバイダーで問題が起きました。
providers-unreachable = 今はプロバイダーに接続できません。
providers-silent = プロバイダーから応答がありませんでした。
providers-busy = プロバイダーが混み合っています。
providers-model-gone = このモデルはプロバイダーによって終了しました。/models から別のモデルを選んでください。
providers-task-unknown = このタスクはもうプロバイダーにありません。
providers-operator = ボットの運営者が、プロバイダーとの接続を直す必要があります。
providers-out-of-money = プロバイダーでのボットの残高がなくなりました。補充できるのは運営者だけです。

providers-refused = プロバイダーがこの依頼を拒否しました。
providers-refused-silently = プロバイダーがこの依頼を拒否しました。理由は示されていません。
providers-refused-because = プロバイダーがこの依頼を拒否しました: 「{ $reason }」。
providers-failed = プロバイダーはこの動画を作れませんでした。
providers-failed-silently = プロバイダーはこの動画を作れませんでした。理由は示されていません。
providers-failed-because = プロバイダーはこの動画を作れませんでした: 「{ $reason }」。
providers-no-video = プロバイダーによると動画は完成していますが、丸1日たっても取得先が示されていません。

providers-content-filter = プロバイダーのコンテンツフィルターで止められました。こうしたフィルターは慎重で、問題のない画像やプロンプトも止めることがあります。言葉や画像を変えると通るかもしれません。
providers-too-large = プロバイダーには画像が大きすぎるようです。小さいファイルなら通るかもしれません。
providers-supplier = このプロバイダーの提供元で問題が起きています。別のプロバイダーを使うか、あとでもう一度お試しください。
providers-shape = プロバイダーはこの大きさや形の画像を使えません。各辺300ピクセル以上、長辺は短辺の2.5倍までです。
providers-unreadable = プロバイダーがこの画像を読み取れませんでした。JPGかPNGで保存し直すと、たいてい解決します。
providers-words-too-long = プロンプトとネガティブプロンプトは合わせて{ $length }文字です。このモデルでは{ $limit }文字までです。短くしてください。

providers-others-work = { $why }使えるモデル: { $models }。
