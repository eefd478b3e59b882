// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Json.h"
#include "contract/RecordingJson.h"
#include "support/ScriptedServer.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <map>

namespace Holdfast::Testing {

/// A far side that takes uploads by tus 1.0.0 as ours does, as the script of a ScriptedServer: what it lacks is the
/// disk. A test disturbs its answers, or forgets its uploads.
class ScriptedTus
{
public:
    struct Upload
    {
        QByteArray key;
        QHash<QByteArray, QString> metadata;
        qint64 length = 0;
        QByteArray bytes;
        RecordingId recording; ///< what it became; invalid before
    };
    bool offersChecksum = true;
    std::map<QByteArray, Upload> uploads; ///< by path
    QList<Recording> recordings;
    qint64 bytesTaken = 0; ///< of all pieces that came whole, refused ones too

    Upload *of(QUuid uploadId)
    {
        for (auto &[path, upload] : uploads)
            if (upload.key == uploadId.toByteArray(QUuid::WithoutBraces))
                return &upload;
        return nullptr;
    }

    ScriptedServer::Answer answerTo(const ScriptedServer::Request &request)
    {
        if (request.fields.value("content-length").toLongLong() > 0 && request.body.isEmpty()) {
            ScriptedServer::Answer wait;
            wait.awaitBody = true;
            return wait;
        }
        if (request.path == "/api/auth/me")
            return {200, text(toJson(User{{2}, QStringLiteral("alice"), {}, Role::Agent})), {}};
        if (request.path.startsWith("/api/leads/"))
            return {200, listed(), {}};
        if (request.path.startsWith("/api/recordings/"))
            return stored(request.path.sliced(16).toLongLong());
        if (request.method == "OPTIONS")
            return options();
        if (request.fields.value("tus-resumable") != "1.0.0")
            return {412, {}, {}};
        if (request.method == "POST")
            return begin(request);
        const auto found = uploads.find(request.path);
        if (found == uploads.end())
            return {404, R"({"message":"Upload not found. Begin it anew."})", {}};
        if (request.method == "DELETE")
            return end(found);
        return request.method == "HEAD" ? state(200, found->second) : patch(request, found->second);
    }

private:
    static QByteArray text(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
    ScriptedServer::Answer options() const
    {
        QList<QByteArray> fields{"Tus-Version: 1.0.0", "Tus-Extension: creation,expiration,termination"};
        if (offersChecksum)
            fields = {"Tus-Version: 1.0.0", "Tus-Extension: creation, checksum", "Tus-Checksum-Algorithm: sha1,sha256"};
        return {204, {}, fields};
    }
    ScriptedServer::Answer begin(const ScriptedServer::Request &request)
    {
        const QByteArray key = request.fields.value("idempotency-key");
        for (const auto &[path, upload] : uploads)
            if (!key.isEmpty() && upload.key == key)
                return begun(path, upload);
        Upload upload;
        upload.key = key;
        upload.length = request.fields.value("upload-length").toLongLong();
        for (const QByteArray &pair : request.fields.value("upload-metadata").split(',')) {
            const QByteArrayList words = pair.split(' ');
            upload.metadata.insert(words.value(0), QString::fromUtf8(QByteArray::fromBase64(words.value(1))));
        }
        const QByteArray path = "/api/uploads/" + QByteArray::number(++m_number);
        uploads[path] = upload;
        return begun(path, upload);
    }
    static ScriptedServer::Answer begun(const QByteArray &path, const Upload &upload)
    {
        return {201, {}, {"Location: " + path, "Upload-Offset: " + QByteArray::number(upload.bytes.size())}};
    }
    static ScriptedServer::Answer state(int status, const Upload &upload)
    {
        ScriptedServer::Answer answer{status, {}, {"Upload-Offset: " + QByteArray::number(upload.bytes.size())}};
        if (status == 200)
            answer.fields.append("Upload-Length: " + QByteArray::number(upload.length));
        if (upload.recording.isValid())
            answer.fields.append("Location: /api/recordings/" + QByteArray::number(upload.recording.value));
        return answer;
    }
    ScriptedServer::Answer end(std::map<QByteArray, Upload>::iterator found)
    {
        const ScriptedServer::Answer answer = state(204, found->second);
        uploads.erase(found);
        return answer;
    }
    ScriptedServer::Answer patch(const ScriptedServer::Request &request, Upload &upload)
    {
        bytesTaken += request.body.size();
        if (request.fields.value("content-type") != "application/offset+octet-stream")
            return {415, {}, {}};
        if (request.fields.value("upload-offset") != QByteArray::number(upload.bytes.size()))
            return {409, {}, {}};
        const QByteArrayList checksum = request.fields.value("upload-checksum").split(' ');
        const auto algorithm = checksum.first() == "sha1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
        if (checksum.size() == 2 && checksum.last() != QCryptographicHash::hash(request.body, algorithm).toBase64())
            return {460, {}, {}};
        upload.bytes += request.body;
        if (upload.bytes.size() == upload.length && !upload.recording.isValid())
            upload.recording = keep(upload);
        return state(204, upload);
    }
    RecordingId keep(const Upload &upload)
    {
        Recording recording;
        recording.id = {recordings.size() + 1};
        recording.callId = {recordings.size() + 1};
        recording.leadId = {upload.metadata.value("leadId").toLongLong()};
        recording.agentId = {2};
        recording.fileSize = upload.bytes.size();
        recording.sha256 = QCryptographicHash::hash(upload.bytes, QCryptographicHash::Sha256);
        recording.originalName = upload.metadata.value("filename");
        recording.notes = upload.metadata.value("notes");
        recording.uploadedAt = recording.createdAt = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
        recording.callDate = QDateTime::fromString(upload.metadata.value("callDate"), Qt::ISODateWithMs);
        if (!recording.callDate.isValid())
            recording.callDate = recording.uploadedAt;
        recording.retentionUntil = recording.uploadedAt.addDays(90);
        recording.retentionReason.appliesTo = QStringLiteral("ALL");
        recordings.append(recording);
        return recording.id;
    }
    ScriptedServer::Answer stored(qint64 id) const
    {
        if (id < 1 || id > recordings.size())
            return {404, R"({"message":"Recording not found"})", {}};
        return {200, text(toJson(recordings.at(id - 1))), {}};
    }
    QByteArray listed() const
    {
        QJsonArray array;
        for (const Recording &recording : recordings)
            array.append(toJson(recording));
        return QJsonDocument(array).toJson();
    }

    int m_number = 0;
};

} // namespace Holdfast::Testing
