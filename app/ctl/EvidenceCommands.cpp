// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/EvidenceCommands.h"

#include "actions/SaveEvidencePack.h"
#include "ctl/Ctl.h"
#include "ctl/TargetFile.h"
#include "domain/WhenFinished.h"
#include "evidence/PackVerification.h"

#include <QFile>
#include <QLocale>

namespace Holdfast {

namespace {

constexpr int wrong = 1;
constexpr int notWhole = 3;

/// A text of a few lines; empty where none is named.
Result<QByteArray> smallFile(const QString &path, qint64 most = mostCheckpointBytes)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Unreachable, Ctl::tr("%1 can't be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.read(most + 1);
    if (bytes.isEmpty() || bytes.size() > most)
        return fail(FailureKind::Malformed, Ctl::tr("%1 is neither a key nor a checkpoint of an audit log.").arg(path));
    return bytes;
}

Result<PackTrust> trustOf(const CtlOptions &options)
{
    const Result<QByteArray> key = smallFile(options.keyFile, mostKeyChainBytes);
    const Result<QByteArray> checkpoint = key ? smallFile(options.checkpointFile) : key;
    if (!checkpoint)
        return fail(checkpoint.error());
    PackTrust trust;
    trust.checkpoint = *checkpoint;
    if (key->isEmpty())
        return trust;
    if (const Result<KeyChain> keys = KeyChain::fromText(*key)) {
        trust.keys = *keys;
        return trust;
    }
    const Result<CheckpointSigner> signer = CheckpointSigner::fromText(*key);
    if (!signer)
        return fail(signer.error());
    trust.key = *signer;
    return trust;
}

Result<PackReport> look(const CtlOptions &options)
{
    const Result<PackTrust> trust = trustOf(options);
    if (!trust)
        return fail(trust.error());
    QFile file(options.arguments.first());
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Unreachable, Ctl::tr("%1 can't be read: %2").arg(file.fileName(), file.errorString()));
    return PackVerification::run(file, *trust);
}

} // namespace

int verifyPack(const CtlOptions &options, Console &console)
{
    const Result<PackReport> report = look(options);
    if (!report) {
        if (options.json)
            console.json(QJsonObject{{QStringLiteral("intact"), false},
                                     {QStringLiteral("whole"), false},
                                     {QStringLiteral("message"), report.error().message}});
        console.problem(report.error());
        return wrong;
    }
    if (options.json)
        console.json(packReportJson(*report));
    else
        for (const QString &sentence : packSentences(*report))
            report->isIntact() ? console.line(sentence) : console.problem(sentence);
    if (!report->isIntact())
        return wrong;
    return report->manifest->isWhole() ? 0 : notWhole;
}

void Ctl::evidence()
{
    const Result<QByteArray> kept = smallFile(m_options.checkpointFile);
    const Done free = kept ? mayBeWritten(m_options.output, m_options.force) : fail(kept.error());
    if (!free) {
        end(free.error());
        return;
    }
    auto save = std::make_unique<SaveEvidencePack>(m_api);
    connect(save.get(), &SaveEvidencePack::progress, this,
            [this](qint64 bytes) { m_console.progress(QLocale().formattedDataSize(bytes)); });
    const QFuture<SaveEvidencePack::Saved> saved = save->save(m_options.subject, *kept, m_options.output);
    m_action = std::move(save);
    whenFinished(saved, this, [this](const SaveEvidencePack::Saved &pack) {
        if (!pack) {
            end(pack.error());
            return;
        }
        if (m_options.json)
            m_console.json(packReportJson(pack->report));
        else
            m_console.line(tr("Saved %1.").arg(m_options.output));
        for (const QString &sentence : m_options.json ? QStringList() : packSentences(pack->report))
            m_console.line(sentence);
        const bool isWhole = pack->report.manifest->isWhole();
        if (!isWhole)
            m_console.problem(tr("The pack is not whole: it says which recordings are missing, and why."));
        end(isWhole);
    });
}

} // namespace Holdfast
