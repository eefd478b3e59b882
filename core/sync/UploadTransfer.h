// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"
#include "sync/UploadPiece.h"
#include "sync/UploadTerms.h"
#include "sync/Wire.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Holdfast {

/// One recording on its way to the server, in pieces (tus 1.0.0), from the byte where the server stands.
///
///     Opening ──► Beginning ── begun ──┐
///        │            ▲                ▼
///        │            │ no      ┌─► Reading ──► Sending ── all bytes ──► Fetching ──► uploaded
///        │        Searching     │      ▲           │
///        │            ▲         │      └── taken ──┤
///        │            │ gone    │                  │
///        └──────► Asking ───────┘ ◄─── Resting ◄───┘ cut, or at another byte
///
///     any ── refused, not understood, unreachable, or too often at the same byte ──► failed
///
/// The server says where it stands; what was sent does not count. An upload that it no longer knows may have become a
/// recording before: that is looked for before it begins anew. UI thread; pieces are read in the pool.
class UploadTransfer : public Transfer
{
    Q_OBJECT
public:
    UploadTransfer(Wire &wire, std::shared_ptr<UploadTerms> terms, const ApiClient::UploadForm &form,
                   std::unique_ptr<QIODevice> file);
    ~UploadTransfer() override;

    void cancel() override;

private:
    struct Answer
    {
        const QNetworkReply &reply;
        int status = 0; ///< 0 where none came
        std::optional<Failure> failure;
        QByteArray body;
        bool isOwn = true; ///< the server's; else something on the way there refused
    };
    Answer answerOf(const QNetworkReply &reply, const QByteArray &body);
    using Answered = void (UploadTransfer::*)(const Answer &answer);
    void await(QNetworkReply *reply, Answered answered);
    QNetworkRequest tusRequest(const QString &path) const;

    void open();
    void opened(const Answer &answer);
    void begin();
    void begun(const Answer &answer);
    void ask();
    void told(const Answer &answer);
    void search();
    void searched(const Answer &answer);
    bool isOfTheSameCall(const Recording &recording) const;
    void standAt(qint64 offset);
    void read();
    void send(const UploadPiece &piece);
    void sent(const Answer &answer);
    void taken(const Answer &answer);
    void mismatched();
    void rest(const Failure &problem);
    void fetch(RecordingId recording);
    void fetched(const Answer &answer);
    void stop(const Failure &failure);
    void end(); ///< no signal of a reply arrives after it

    Wire &m_wire;
    std::shared_ptr<UploadTerms> m_terms;
    ApiClient::UploadForm m_form;
    std::shared_ptr<QIODevice> m_file; ///< shared with the pool, which may read when this is gone
    const qint64 m_size;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_start;
    QTimer m_rest;
    QElapsedTimer m_sending;
    bool m_isOver = false;
    qint64 m_offset = 0;   ///< where the server stands
    qint64 m_furthest = 0; ///< where it stood in this attempt
    qint64 m_underWay = 0; ///< bytes of the piece that is being sent
    int m_beginnings = 0;
    bool m_isBegunElsewhere = false; ///< under the same key with other fields
    int m_misses = 0;                ///< since it last came further
    int m_mismatches = 0;            ///< of one piece
};

} // namespace Holdfast
