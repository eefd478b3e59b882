// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TusMetadata.h"

#include <QSet>
#include <QStringDecoder>

namespace Holdfast {

namespace {

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence + QStringLiteral(" Nothing was stored."));
}

bool isPassedOver(const QString &key)
{
    static const QSet<QString> known{QStringLiteral("filetype"), QStringLiteral("type"),
                                     QStringLiteral("relativePath")};
    return known.contains(key);
}

Result<QString> textOf(const QString &key, const QByteArray &base64)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoded ? decoder(*decoded) : QString();
    if (!decoded || decoder.hasError())
        return malformed(QStringLiteral("The value of %1 in Upload-Metadata is not base64 of UTF-8.").arg(key));
    return text;
}

} // namespace

Result<UploadFields> uploadFieldsOf(const QByteArray &metadata)
{
    UploadFields fields;
    QSet<QString> seen;
    for (const QByteArray &pair : metadata.split(',')) {
        const QByteArrayList parts = pair.simplified().split(' ');
        QString key = QString::fromLatin1(parts.first());
        if (parts.size() > 2 || (key.isEmpty() && metadata.trimmed().size() > 0))
            return malformed(QStringLiteral("Upload-Metadata is not a list of keys and values."));
        if (key.isEmpty() || isPassedOver(key))
            continue;
        const bool isName = key == QLatin1String("filename") || key == QLatin1String("name");
        if (isName)
            key = QStringLiteral("filename");
        if (!isName && !isUploadField(key))
            return malformed(QStringLiteral("The key %1 in Upload-Metadata is not known here.").arg(key.left(100)));
        const Result<QString> text = textOf(key, parts.value(1));
        if (!text)
            return fail(text.error());
        if (seen.contains(key)) {
            if (isName)
                continue; // some clients send both
            return malformed(QStringLiteral("The key %1 in Upload-Metadata comes twice.").arg(key));
        }
        seen.insert(key);
        if (const Done read = isName ? readUploadFileName(fields, *text) : readUploadField(fields, key, *text); !read)
            return fail(read.error());
    }
    if (fields.fileName.isEmpty())
        return malformed(QStringLiteral("Upload-Metadata does not name the file (filename)."));
    if (!fields.leadId.isValid())
        return malformed(QStringLiteral("Upload-Metadata does not name a leadId."));
    return fields;
}

} // namespace Holdfast
