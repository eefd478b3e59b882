// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/UploadForm.h"

#include "domain/Limits.h"

#include <QStringDecoder>

namespace Holdfast {

namespace {

const QString filePart = QStringLiteral("file");
constexpr qsizetype longestField = qsizetype{maxNotesLength} * 3; // in UTF-8

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence + QStringLiteral(" Nothing was stored."));
}

} // namespace

UploadForm::UploadForm(QByteArray boundary, Events events)
    : m_events(std::move(events))
    , m_multipart(std::move(boundary),
                  {[this](const Http::Multipart::PartHead &head) { return remember(partBegins(head)); },
                   [this](QByteArrayView bytes) { return remember(partData(bytes)); },
                   [this] { return remember(partEnds()); }})
{
}

std::optional<QString> UploadForm::remember(const Done &done)
{
    if (done)
        return std::nullopt;
    m_failure = done.error();
    return done.error().message;
}

Done UploadForm::take(QByteArrayView bytes)
{
    const auto sentence = m_multipart.take(bytes);
    if (m_failure)
        return fail(*m_failure);
    if (sentence)
        return malformed(*sentence);
    return {};
}

Result<UploadFields> UploadForm::finish()
{
    if (!m_multipart.complete())
        return malformed(QStringLiteral("The form ends before its closing boundary."));
    if (!m_seen.contains(filePart))
        return malformed(QStringLiteral("The form has no file."));
    if (m_fileBytes == 0)
        return malformed(QStringLiteral("The file is empty."));
    if (!m_fields.leadId.isValid())
        return malformed(QStringLiteral("The form does not name a leadId."));
    return m_fields;
}

Done UploadForm::partBegins(const Http::Multipart::PartHead &head)
{
    m_part = head.name;
    m_value.clear();
    if (m_seen.contains(m_part))
        return malformed(QStringLiteral("The field %1 comes twice.").arg(m_part.left(100)));
    m_seen.insert(m_part);
    if (m_part != filePart) {
        if (!isUploadField(m_part))
            return malformed(QStringLiteral("The field %1 is not known here.").arg(m_part.left(100)));
        return {};
    }
    if (!head.fileName || head.fileName->isEmpty())
        return malformed(QStringLiteral("The field file must be a file with a name."));
    if (Done named = readUploadFileName(m_fields, *head.fileName); !named)
        return named;
    return m_events.fileBegins();
}

Done UploadForm::partData(QByteArrayView bytes)
{
    if (m_part == filePart) {
        m_fileBytes += bytes.size();
        if (m_fileBytes > maxRecordingBytes)
            return fail(FailureKind::TooLarge,
                        QStringLiteral("The file is larger than 50 MiB, the most that is taken. Nothing was stored."));
        return m_events.fileBytes(bytes);
    }
    if (m_value.size() + bytes.size() > longestField)
        return malformed(QStringLiteral("The field %1 is too long.").arg(m_part));
    m_value.append(bytes.data(), bytes.size());
    return {};
}

Done UploadForm::partEnds()
{
    if (m_part == filePart)
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(m_value);
    if (decoder.hasError() || text.contains(QChar(0)))
        return malformed(QStringLiteral("The field %1 is not a text in UTF-8.").arg(m_part));
    return readField(text);
}

Done UploadForm::readField(const QString &text)
{
    if (Done read = readUploadField(m_fields, m_part, text); !read)
        return read;
    return m_part == QLatin1String("leadId") ? m_events.leadNamed(m_fields.leadId) : Done();
}

} // namespace Holdfast
