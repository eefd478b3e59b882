// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ApiClient.h"

#include "contract/AccountJson.h"
#include "contract/AnnotationJson.h"
#include "contract/LeadImportJson.h"
#include "contract/LeadJson.h"
#include "contract/RecordingChangeJson.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/Limits.h"
#include "domain/WhenFinished.h"
#include "sync/DownloadTransfer.h"
#include "sync/RecordingStream.h"
#include "sync/TusAnswer.h"
#include "sync/UploadTransfer.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

constexpr std::chrono::minutes importTime{3};          ///< a server plans a few hundred thousand leads in seconds
constexpr std::chrono::milliseconds beyondWait{5'000}; ///< for the answer to a call that waits for something to change
constexpr qint64 maxWaveform = 2 * 1024 * 1024;

QString annotationPath(RecordingId recording, AnnotationId annotation)
{
    return pathFor(Routes::annotation, recording.value)
        .replace(QLatin1String("{annotationId}"), QString::number(annotation.value));
}

} // namespace

struct ApiClient::State
{
    Wire wire;
    std::shared_ptr<UploadTerms> uploadTerms = std::make_shared<UploadTerms>();

    template <class T, class Read>
    QFuture<Result<T>> get(const QString &path, const QUrlQuery &query, Read readBody, qint64 bound = maxAnswer)
    {
        return getOver<T>(wire, path, query, readBody, bound);
    }
    template <class T, class Read>
    QFuture<Result<T>> send(const QByteArray &method, const QString &path, const std::optional<QJsonObject> &body,
                            Read readBody, const HeadFields &fields = {})
    {
        return sendOver<T>(wire, method, path, body, readBody, fields);
    }
};

ApiClient::ApiClient(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>())
{
    const Wire *wire = &m_state->wire;
    connect(wire, &Wire::tokenChanged, this, &ApiClient::tokenChanged);
    connect(wire, &Wire::signInNeeded, this, &ApiClient::signInNeeded);
    connect(wire, &Wire::reachableChanged, this, &ApiClient::reachableChanged);
}

ApiClient::~ApiClient() = default;

Wire &ApiClient::wire()
{
    return m_state->wire;
}

void ApiClient::setServer(const QUrl &server)
{
    if (server != m_state->wire.server())
        m_state->uploadTerms = std::make_shared<UploadTerms>();
    m_state->wire.setServer(server);
}

QUrl ApiClient::server() const
{
    return m_state->wire.server();
}

void ApiClient::setToken(const QByteArray &token)
{
    m_state->wire.setToken(token);
}

bool ApiClient::hasToken() const
{
    return !m_state->wire.token().isEmpty();
}

bool ApiClient::isReachable() const
{
    return m_state->wire.isReachable();
}

QFuture<Result<SignedIn>> ApiClient::login(const QString &username, const QString &password)
{
    Wire &wire = m_state->wire;
    QNetworkRequest request = wire.request(Routes::login, callTime);
    request.setRawHeader("Authorization", {});
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    const QJsonObject body{{QStringLiteral("username"), username}, {QStringLiteral("password"), password}};
    auto promise = std::make_shared<QPromise<Result<SignedIn>>>();
    promise->start();
    const auto answer =
        answerOf<SignedIn>(wire, wire.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)), maxAnswer,
                           [](const QByteArray &bytes) { return objectFrom<SignedIn>(bytes, signedInFromJson); });
    whenFinished(answer, this, [promise](Result<SignedIn> signedIn) {
        // Nothing of this person waits here, as far as is known: nothing is promised.
        if (!signedIn && signedIn.error().message == Wire::unreachable({}).message)
            signedIn.error().message =
                tr("The server can't be reached, so you are not signed in, and nothing was taken "
                   "in or sent. Check the address and the network, and try again.");
        promise->addResult(std::move(signedIn));
        promise->finish();
    });
    return promise->future();
}

QFuture<Done> ApiClient::logout()
{
    Wire &wire = m_state->wire;
    if (wire.token().isEmpty())
        return finishedWith<Done>({});
    QNetworkRequest request = wire.request(Routes::logout, callTime);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply *reply = wire.post(request, QByteArrayLiteral("{}"));
    wire.setToken({});
    return answerOf<void>(wire, reply, maxAnswer, [](const QByteArray &) { return Done(); });
}

QFuture<Result<User>> ApiClient::me()
{
    return m_state->get<User>(Routes::me, {},
                              [](const QByteArray &body) { return objectFrom<User>(body, userFromJson); });
}

QFuture<Result<QList<Lead>>> ApiClient::leads(const QString &words)
{
    auto promise = std::make_shared<QPromise<Result<QList<Lead>>>>();
    promise->start();
    QFuture<Result<QList<Lead>>> all = promise->future();
    readLeads(0, words, {}, std::move(promise));
    return all;
}

/// A page after the other, until one is not full.
void ApiClient::readLeads(qint64 offset, const QString &words, const QList<Lead> &before,
                          std::shared_ptr<QPromise<Result<QList<Lead>>>> promise)
{
    QUrlQuery query;
    if (!words.isEmpty())
        query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(words)));
    if (offset > 0)
        query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    const auto page = m_state->get<QList<Lead>>(
        Routes::leads, query, [](const QByteArray &body) { return listFrom<Lead>(body, leadFromJson); });
    whenFinished(page, this, [this, offset, words, before, promise](const Result<QList<Lead>> &leads) {
        if (leads && leads->size() == leadsPage)
            return readLeads(offset + leadsPage, words, before + *leads, promise);
        promise->addResult(leads ? Result<QList<Lead>>(before + *leads) : leads);
        promise->finish();
    });
}

QFuture<Result<FeedPage>> ApiClient::changes(const QString &cursor, std::chrono::seconds wait, int limit)
{
    Wire &wire = m_state->wire;
    if (wire.token().isEmpty())
        return finishedWith<Result<FeedPage>>(fail(Wire::notSignedIn()));
    QUrlQuery query;
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        query.addQueryItem(QStringLiteral("wait"), QString::number(wait.count()));
        query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    }
    const bool waits = !cursor.isEmpty() && wait.count() > 0;
    const auto timeLimit = waits ? std::chrono::milliseconds(wait) + beyondWait : std::chrono::milliseconds(callTime);
    return answerOf<FeedPage>(
        wire, wire.get(wire.request(Routes::changes, query, timeLimit)), maxAnswer,
        [](const QByteArray &body) { return objectFrom<FeedPage>(body, feedPageFromJson); },
        waits ? Wire::Silence::MeansNothing : Wire::Silence::MeansUnreachable);
}

QFuture<Result<QList<Lead>>> ApiClient::leadsFrom(qint64 offset, int limit)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    return m_state->get<QList<Lead>>(Routes::leads, query,
                                     [](const QByteArray &body) { return listFrom<Lead>(body, leadFromJson); });
}

QFuture<Result<ApiClient::RecordingsPage>> ApiClient::recordingsFrom(const QString &next, int limit)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!next.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(next)));
    return m_state->get<RecordingsPage>(
        Routes::recordings, query, [](const QByteArray &body, const QNetworkReply &reply) {
            return listFrom<Recording>(body, recordingFromJson).map([&reply](const QList<Recording> &recordings) {
                return RecordingsPage{recordings, nextCursorOf(reply)};
            });
        });
}

QFuture<Result<QList<Agent>>> ApiClient::agents()
{
    return m_state->get<QList<Agent>>(Routes::agents, {},
                                      [](const QByteArray &body) { return listFrom<Agent>(body, agentFromJson); });
}

QFuture<Result<Campaign>> ApiClient::campaign(CampaignId id)
{
    return m_state->get<Campaign>(pathFor(Routes::campaign, id.value), {},
                                  [](const QByteArray &body) { return objectFrom<Campaign>(body, campaignFromJson); });
}

QFuture<Result<QList<Recording>>> ApiClient::recordingsOf(LeadId lead)
{
    return m_state->get<QList<Recording>>(pathFor(Routes::leadRecordings, lead.value), {}, [](const QByteArray &body) {
        return listFrom<Recording>(body, recordingFromJson);
    });
}

QFuture<Result<Recording>> ApiClient::recording(RecordingId id)
{
    return m_state->get<Recording>(pathFor(Routes::recording, id.value), {}, [](const QByteArray &body) {
        return objectFrom<Recording>(body, recordingFromJson);
    });
}

QFuture<Result<QByteArray>> ApiClient::waveform(RecordingId id, WaveformDetail detail)
{
    QUrlQuery query;
    if (detail == WaveformDetail::Fine)
        query.addQueryItem(QStringLiteral("detail"), QStringLiteral("fine"));
    return m_state->get<QByteArray>(
        pathFor(Routes::recordingWaveform, id.value), query,
        [](const QByteArray &body) { return Result<QByteArray>(body); }, maxWaveform);
}

QFuture<Result<Recording>> ApiClient::changeRecording(RecordingId id, qint64 revision, const RecordingChange &change)
{
    return m_state->send<Recording>(
        "PATCH", pathFor(Routes::recording, id.value), toJson(change),
        [](const QByteArray &body) { return objectFrom<Recording>(body, recordingFromJson); }, onRevision(revision));
}

QFuture<Result<LeadImportReport>> ApiClient::importLeads(const QByteArray &file, LeadImportMode mode)
{
    Wire &wire = m_state->wire;
    if (wire.token().isEmpty())
        return finishedWith<Result<LeadImportReport>>(fail(Wire::notDone()));
    QUrlQuery query;
    if (mode == LeadImportMode::Preview)
        query.addQueryItem(QStringLiteral("preview"), QStringLiteral("true"));
    QNetworkRequest request = wire.request(Routes::leadsImport, query, importTime);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("text/csv"));
    return answerOf<LeadImportReport>(wire, wire.post(request, file), maxAnswer, [](const QByteArray &body) {
        return objectFrom<LeadImportReport>(body, leadImportReportFromJson);
    });
}

QFuture<Result<QList<Annotation>>> ApiClient::annotations(RecordingId id)
{
    return m_state->get<QList<Annotation>>(pathFor(Routes::annotations, id.value), {}, [](const QByteArray &body) {
        return listFrom<Annotation>(body, annotationFromJson);
    });
}

QFuture<Result<Annotation>> ApiClient::addAnnotation(RecordingId id, const Annotation &annotation, QUuid key)
{
    return m_state->send<Annotation>(
        "POST", pathFor(Routes::annotations, id.value), annotationRequestToJson(annotation),
        [](const QByteArray &body) { return objectFrom<Annotation>(body, annotationFromJson); },
        {{"Idempotency-Key", key.toByteArray(QUuid::WithoutBraces)}});
}

QFuture<Result<Annotation>> ApiClient::changeAnnotation(RecordingId id, const Annotation &annotation)
{
    return m_state->send<Annotation>(
        "PUT", annotationPath(id, annotation.id), annotationRequestToJson(annotation),
        [](const QByteArray &body) { return objectFrom<Annotation>(body, annotationFromJson); },
        onRevision(annotation.revision));
}

QFuture<Done> ApiClient::removeAnnotation(RecordingId id, AnnotationId annotation)
{
    return m_state->send<void>("DELETE", annotationPath(id, annotation), std::nullopt,
                               [](const QByteArray &) { return Done(); });
}

QFuture<Done> ApiClient::withdrawAnnotation(RecordingId id, QUuid key)
{
    return m_state->send<void>("DELETE", pathFor(Routes::annotations, id.value), std::nullopt,
                               [](const QByteArray &) { return Done(); },
                               {{"Idempotency-Key", key.toByteArray(QUuid::WithoutBraces)}});
}

std::unique_ptr<Transfer> ApiClient::upload(const UploadForm &form, std::unique_ptr<QIODevice> file)
{
    return std::make_unique<UploadTransfer>(m_state->wire, m_state->uploadTerms, form, std::move(file));
}

QFuture<Result<std::optional<RecordingId>>> ApiClient::endUpload(const QString &begunAt)
{
    using Became = std::optional<RecordingId>;
    Wire &wire = m_state->wire;
    if (wire.token().isEmpty())
        return finishedWith<Result<Became>>(fail(Wire::notSignedIn()));
    QNetworkRequest request = wire.request(begunAt, {}, callTime);
    request.setRawHeader("Tus-Resumable", "1.0.0");
    QNetworkReply *reply = wire.send("DELETE", request);
    return answerOf<Became>(wire, reply, maxAnswer,
                            [reply](const QByteArray &) { return Result<Became>(TusAnswer::recording(*reply)); });
}

std::unique_ptr<Transfer> ApiClient::download(RecordingId id, QIODevice &to)
{
    return std::make_unique<DownloadTransfer>(m_state->wire, pathFor(Routes::recordingDownload, id.value), to);
}

std::unique_ptr<RecordingStream> ApiClient::stream(const Recording &recording, std::shared_ptr<ArrivingRecording> to)
{
    return std::make_unique<RecordingStream>(m_state->wire, pathFor(Routes::recordingStream, recording.id.value),
                                             '"' + recording.sha256.toHex() + '"', std::move(to), recording.format);
}

} // namespace Holdfast
