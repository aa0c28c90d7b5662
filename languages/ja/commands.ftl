# コマンド、オプション、選択肢の名前と説明。

command-animate = 動画化
    .description = 画像を短い動画にします

menu-animate-image = 画像を動画にする

command-models = モデル
    .description = モデルの一覧、できること、動画の料金

command-help = ヘルプ
    .description = 画像を動画にする方法

command-status = ステータス
    .description = 全体の状況と、止まっている動画

command-mydata = マイデータ
    .description = あなたについて保存されているデータ

command-mydata-export = 書き出し
    .description = あなたについて保存されているすべてのデータをファイルで受け取ります

command-mydata-delete = 消去
    .description = あなたについて保存されているすべてのデータを消去します（事前に確認あり）

command-jobs = 依頼
    .description = あなたの動画

command-jobs-list = 一覧
    .description = あなたの動画の進み具合と投稿先

command-jobs-show = 表示
    .description = 動画1本の詳細

command-jobs-cancel = キャンセル
    .description = 順番待ちの動画を取り消します

command-jobs-retry = 再依頼
    .description = 同じ画像とオプションで、もう一度依頼します

command-jobs-resend = 再投稿
    .description = 投稿できなかった、または削除された完成動画をもう一度投稿します

command-jobs-resolve = 判断
    .description = モデレーター用: 保留中の動画をどうするか決めます

command-usage = クレジット
    .description = あなたのクレジット

command-usage-show = 表示
    .description = クレジットの残り、更新時期、使い道

command-usage-give = 譲渡
    .description = 付与されたクレジットを別のメンバーに譲ります

command-quota = 利用枠
    .description = メンバーが使えるクレジット

command-quota-show = 表示
    .description = サーバー、メンバー、またはロールの利用枠

command-quota-grant = 付与
    .description = メンバーに追加のクレジットを付与します（利用枠のあとに使われます）

command-quota-set-member = メンバー設定
    .description = メンバー個別の利用枠を決めます

command-quota-set-role = ロール設定
    .description = ロールを持つ全員の利用枠を決めます

command-quota-set-default = 標準設定
    .description = ほかの利用枠がない全員が使えるクレジット

command-quota-reset = リセット
    .description = 現在の利用枠の使用量をゼロに戻します

command-quota-block = 利用停止
    .description = メンバーが動画を依頼できないようにします（進行中の動画は届きます）

command-quota-unblock = 停止解除
    .description = 利用停止のメンバーがまた依頼できるようにします

command-quota-report = レポート
    .description = 期間中のクレジット、動画、待ち時間を図と表で

command-quota-history = 台帳
    .description = 台帳のすべての記録（新しい順）

command-settings = 設定
    .description = このサーバーでのボットの使い方

command-settings-show = 表示
    .description = このサーバーのすべての設定

command-settings-channels = チャンネル
    .description = 動画を依頼できるチャンネル（指定がなければすべて）

command-settings-roles = ロール
    .description = 動画を依頼できるロール（指定がなければ全員）

command-settings-moderator-roles = モデレーターロール
    .description = このボットのモデレーター用コマンドを使えるロール

command-settings-models = モデル
    .description = 使えるモデル（指定がなければすべて）

command-settings-providers = プロバイダー
    .description = 動画を作れるプロバイダー（指定がなければすべて）

command-settings-limits = 上限
    .description = 使えるクレジットと、同時に進められる動画の数

command-settings-window = 期間
    .description = 利用枠が更新される時期

command-settings-log-channel = ログチャンネル
    .description = モデレーターによる変更の投稿先

command-settings-words = 語句
    .description = プロンプトに使えない語と、成人向けとみなす語

command-settings-adult = 成人向け
    .description = 成人向けの語を含むプロンプトを受け付ける場所

command-settings-place = 投稿先
    .description = 動画の投稿先

command-settings-language = 言語
    .description = ボットが投稿する言語

command-settings-giving = 譲渡
    .description = 付与されたクレジットをメンバー同士で譲れるかどうか

command-settings-history = 履歴
    .description = 誰が何をなぜ変えたか

option-image = 画像
    .about-animate = 最初の画像

option-prompt = プロンプト
    .about-animate = 動画で何が起きるか

option-negative-prompt = ネガティブプロンプト
    .about-animate = 動画に入れたくないもの

option-model = モデル
    .about-animate = 使うモデル（/models を参照）
    .about-settings-models = /models を参照

option-duration = 長さ
    .about-animate = 秒数（多くのモデルは5か10）

option-mode = モード
    .about-animate = 画質（指定しなければ最も安いもの）

option-cfg-scale = 忠実度
    .about-animate = プロンプトにどれだけ従うか: 0は自由、1は厳密

option-end-image = 終了画像
    .about-animate = 最後の画像

option-camera = カメラ
    .about-animate = カメラの動き

option-camera-value = カメラ強度
    .about-animate = 動きの強さ（-10～10、定型の動きでは不要）

option-aspect-ratio = 縦横比
    .about-animate = 動画の横と縦の比率

option-sound = サウンド
    .about-animate = サウンドも作る

option-voices = ボイス
    .about-animate = ボイスのIDを2つまで、コンマ区切りで（プロンプトでは<<<voice_1>>>と書きます）

option-static-mask = 固定マスク
    .about-animate = 同じ比率の画像（動かさない部分を白に）

option-motion = モーション
    .about-animate = 動かす領域と軌道をJSONで（/help を参照）

option-watermark = 透かし
    .about-animate = プロバイダーの透かしを入れる

option-provider = プロバイダー
    .about-animate = 動画を作るプロバイダー（指定しなければ最も安いもの）
    .about-settings-providers = 動画を作るプロバイダー

option-state = 状態
    .about-jobs-list = この状態の動画だけ

option-job = 依頼
    .about-jobs = どの動画か（IDはカードにあります）

option-outcome = 対応
    .about-jobs-resolve = この動画をどうするか

option-task = タスク
    .about-jobs-resolve = attachの場合: プロバイダーのタスクID

option-reason = 理由
    .about-jobs-resolve = 理由（判断とともに記録されます）
    .about-quota = 理由（変更とともに記録されます）
    .about-quota-block = 理由（本人にも表示されます）
    .about-usage-give = 理由（譲渡とともに記録されます）

option-member = メンバー
    .about-usage-give = 譲る相手
    .about-quota-show = クレジットを見るメンバー
    .about-quota-grant = 付与する相手
    .about-quota-set-member = 利用枠を決めるメンバー
    .about-quota-reset = 利用枠を元に戻すメンバー
    .about-quota-block = 対象のメンバー
    .about-quota-history = 記録を見るメンバー（指定しなければ全員）

option-role = ロール
    .about-quota-show = 利用枠を見るロール
    .about-quota-set-role = 利用枠を決めるロール
    .about-settings-roles = ロール（どれか1つあれば依頼できます）
    .about-settings-moderator-roles = モデレーターのロール

option-credits = クレジット
    .about-usage-give = クレジットの数
    .about-quota = 期間あたりのクレジット（代わりに特別な値も選べます）
    .about-quota-grant = クレジットの数（マイナスで付与分を回収）

option-word = 特別な値
    .about-quota-set-member = 標準: ロールまたはサーバーの利用枠に戻します
    .about-quota-set-role = 標準: ロール個別の利用枠をなくします
    .about-quota-set-default = クレジットの数の代わり

option-until = 期限
    .about-quota = 終わる日時（サーバーのタイムゾーン）: 2026-12-24、2026-12-24 18:00、3 days、2w など

option-period = 期間
    .about-quota-report = サーバーのタイムゾーンでの日付
    .about-settings-window = 利用枠の期間（週は月曜始まり）

option-time-zone = タイムゾーン
    .about-settings-window = Asia/Tokyo のように

option-action = 操作
    .about-settings = 追加、削除、全消去、または整理（もう存在しないものを削除）
    .about-settings-providers = 追加、削除、または全消去
    .about-settings-words = リストをどうするか

option-channel = チャンネル
    .about-settings-channels = チャンネル（スレッドを含む）、またはカテゴリー（中のチャンネルを含む）
    .about-settings-log-channel = ボットが投稿できるチャンネル（指定しなければオフ）

option-pool = 合計枠
    .about-settings-limits = 期間あたりのメンバー全員の合計クレジット

option-most-credits = 動画の上限
    .about-settings-limits = 動画1本に使えるクレジット

option-member-running = メンバー同時数
    .about-settings-limits = メンバー1人が同時に進められる動画の数

option-server-running = サーバー同時数
    .about-settings-limits = サーバー全体で同時に進められる動画の数

option-cooldown = 間隔
    .about-settings-limits = 同じメンバーの依頼と依頼の間の秒数

option-confirm-percent = 確認の割合
    .about-settings-limits = メンバーのクレジットの何%以上かかる動画を事前に確認するか（0は確認なし）

option-lift = 解除
    .about-settings-limits = この上限をなくします

option-kind = 種類
    .about-settings-words = すべて禁止か、成人向けか

option-words = 語句
    .about-settings-words = 1つまたは複数の語（コンマ区切り）

option-where = 場所
    .about-settings-adult = 組み込みの語とこのサーバーの語が成人向けになります（/settings words を参照）
    .about-settings-place = カードの下のスレッド、メンバーごとのスレッド、またはチャンネル

option-language = 言語
    .about-settings-language = カード、動画、ログチャンネルの言語（本人だけが読む内容はその人の言語）

option-allowed = 許可
    .about-settings-giving = /usage give を使えるかどうか

choice-mode-std = std: 速くて安い
choice-mode-pro = pro: より高画質
choice-mode-4k = 4k: 最も鮮明

choice-camera-horizontal = 左右に移動
choice-camera-vertical = 上下に移動
choice-camera-pan = パン
choice-camera-tilt = チルト
choice-camera-roll = ロール
choice-camera-zoom = ズーム
choice-camera-down-back = 下がりながら後退
choice-camera-forward-up = 前進しながら上昇
choice-camera-right-turn-forward = 右に回って前進
choice-camera-left-turn-forward = 左に回って前進

choice-outcome-attach = attach: プロバイダーにタスクがあるので、それを待つ
choice-outcome-release = release: クレジットを戻し、動画は作らない
choice-outcome-again = again: もう一度送る（プロバイダーにタスクがないことが確実な場合）

choice-word-unlimited = 無制限
choice-word-forbidden = 禁止
choice-word-default = 標準

choice-span-today = 今日
choice-span-yesterday = 昨日
choice-span-this-week = 今週
choice-span-last-week = 先週
choice-span-this-month = 今月
choice-span-last-month = 先月
choice-span-7-days = 過去7日間
choice-span-30-days = 過去30日間

choice-action-add = 追加
choice-action-remove = 削除
choice-action-clear = 全消去
choice-action-tidy = 整理
choice-action-list = 一覧

choice-kind-forbidden = 禁止語
choice-kind-adult = 成人向けの語

option-topic = トピック
    .about-help = 知りたいこと
