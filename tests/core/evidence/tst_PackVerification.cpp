// SPDX-License-Identifier: GPL-3.0-or-later
#include "../audit/SampleHandover.h"
#include "SamplePack.h"
#include "ZipInPieces.h"

#include "evidence/PackSignature.h"
#include "evidence/PackVerification.h"

#include <QTest>

#include <algorithm>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

using Kind = PackFinding::Kind;

Result<PackReport> verify(QByteArray zip, const PackTrust &trust = {})
{
    QBuffer buffer(&zip);
    buffer.open(QIODevice::ReadOnly);
    return PackVerification::run(buffer, trust);
}

bool tells(const Result<PackReport> &report, Kind kind, const QByteArray &member)
{
    return report && !report->isIntact() &&
           std::any_of(report->findings.begin(), report->findings.end(), [&](const PackFinding &finding) {
               return finding.kind == kind && finding.member == member && !finding.sentence.isEmpty();
           });
}

SigningKey sampleKey()
{
    return someKey('s');
}

KeyChain chainTo(const SamplePack &sample, const KeyHandover &one)
{
    return {sample.signer(), {one}};
}

QString words(const PackReport &report)
{
    return packSentences(report).join(u'\n');
}

} // namespace

class tst_PackVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackAsItWasSignedIsIntact()
    {
        const SamplePack sample;
        const Result<PackReport> report = verify(sample.zip());
        QVERIFY(report);
        QVERIFY2(report->isIntact(), qPrintable(words(*report)));
        QCOMPARE(report->entries, 2);
        QCOMPARE(report->members, 9);
        QVERIFY(report->manifest->isWhole());
        QVERIFY(*report->signer == sample.signer());
    }

    /// Whoever changes a byte may mend the ZIP's checksum, or not.
    void aByteChangedInAnyMemberIsFoundAndTheMemberNamed()
    {
        const QByteArray zip = SamplePack().zip();
        const ZipInPieces pieces = ZipInPieces::of(zip);
        for (const auto &[name, content] : pieces.members) {
            for (const qsizetype at : {qsizetype(0), content.size() / 2, content.size() - 1}) {
                ZipInPieces mended = pieces;
                QByteArray &bytes = mended.content(name);
                bytes[at] = static_cast<char>(bytes[at] ^ 1);
                QByteArray unmended = zip;
                const qsizetype place = zip.indexOf(name) + name.size() + at; // headers have no extra fields here
                unmended[place] = static_cast<char>(unmended[place] ^ 1);
                for (const QByteArray &changed : {unmended, mended.zip()}) {
                    const Result<PackReport> report = verify(changed);
                    QVERIFY2(report && !report->isIntact(), name);
                    const bool isNamed =
                        std::any_of(report->findings.begin(), report->findings.end(), [&](const PackFinding &finding) {
                            return finding.sentence.contains(QString::fromLatin1(name));
                        });
                    QVERIFY2(isNamed, name + '\n' + words(*report).toUtf8());
                }
            }
        }
    }

    void noByteOfAPackCanBeChangedUnseen()
    {
        const QByteArray zip = SamplePack().zip();
        for (qsizetype at = 0; at < zip.size(); at += (at > 500 && at < 3000) ? 97 : 1) { // the sound is long
            QByteArray changed = zip;
            changed[at] = static_cast<char>(changed[at] ^ 0x20);
            const Result<PackReport> report = verify(changed);
            QVERIFY2(!report || !report->isIntact(), QByteArray::number(at));
        }
    }

    void aPackThatWasCutOffIsNone()
    {
        const QByteArray zip = SamplePack().zip();
        for (qsizetype size = 0; size < zip.size(); size += 11)
            QCOMPARE(verify(zip.first(size)).error().kind, FailureKind::Malformed);
    }

    void whatIsMissingAndWhatWasAddedIsNamed()
    {
        const ZipInPieces pieces = ZipInPieces::of(SamplePack().zip());
        for (const auto &[name, content] : pieces.members) {
            ZipInPieces less = pieces;
            less.remove(name);
            const Kind kind = name == PackMember::signature ? Kind::NotSigned : Kind::Missing;
            QVERIFY2(tells(verify(less.zip()), kind, name), name);
        }
        ZipInPieces more = pieces;
        more.members.emplaceBack("recordings/8/original.wav", "forged");
        QVERIFY(tells(verify(more.zip()), Kind::Added, "recordings/8/original.wav"));
    }

    void anotherZipIsNoPack()
    {
        const Result<PackReport> report = verify(ZipInPieces{{{"a.txt", "a"}}}.zip());
        QVERIFY(!report);
        QVERIFY(report.error().message.contains(QStringLiteral("no evidence pack")));
    }

    void anEntryThatIsNotOfTheLogIsNotProven()
    {
        SamplePack forged;
        forged.entries.replace("alice", "malet");
        QVERIFY(tells(verify(forged.zip()), Kind::NotProven, "recordings/7/audit-1.jsonl"));

        SamplePack swapped;
        swapped.proofs = swapped.proofLine(17) + swapped.proofLine(3);
        QVERIFY(tells(verify(swapped.zip()), Kind::NotProven, "recordings/7/audit-1.jsonl"));

        SamplePack unproven;
        unproven.proofs = unproven.proofLine(3);
        QVERIFY(tells(verify(unproven.zip()), Kind::NotProven, "recordings/7/audit-1.jsonl"));

        SamplePack lessThanProven;
        lessThanProven.entries = lessThanProven.entryLine(3);
        QVERIFY(tells(verify(lessThanProven.zip()), Kind::Missing, "recordings/7/audit-1.jsonl"));
    }

    void theCheckpointIsOfTheKeyAndTheManifests()
    {
        const SamplePack sample;
        const SamplePack other(21, QByteArray(32, 'o'));
        ZipInPieces pieces = ZipInPieces::of(sample.zip());
        pieces.content(PackMember::checkpoint) = other.checkpoint(21);
        QVERIFY(tells(verify(pieces.zip()), Kind::NotSigned, PackMember::checkpoint));
        pieces.content(PackMember::checkpoint) = sample.checkpoint(20);
        QVERIFY(tells(verify(pieces.zip()), Kind::Contradicts, PackMember::checkpoint));
    }

    void withoutAKeyItIsSaidThatNobodyKnowsWhose()
    {
        const SamplePack sample;
        const PackReport report = *verify(sample.zip());
        QVERIFY(words(report).contains(QStringLiteral("Not proven: whose key that is")));
        QVERIFY(words(report).contains(QString::fromUtf8(sample.signer().text())));
    }

    void theKeyThatWasGivenMustHaveSigned()
    {
        const SamplePack ours;
        const SamplePack forged(21, QByteArray(32, 'f'));
        const PackReport right = *verify(ours.zip(), {ours.signer(), {}});
        QVERIFY(right.isIntact() && right.isKeyTheGiven);
        QVERIFY(!words(right).contains(QStringLiteral("whose key")));
        QVERIFY(verify(forged.zip())->isIntact()); // by its own key, as it says
        QVERIFY(tells(verify(forged.zip(), {ours.signer(), {}}), Kind::OtherKey, PackMember::signature));
    }

    void aSignatureOfACheckpointIsNoneOfAPack()
    {
        const SamplePack sample;
        ZipInPieces pieces = ZipInPieces::of(sample.zip());
        const QByteArray note = sample.checkpoint(21);
        const QByteArray signature = QByteArray::fromBase64(note.mid(note.lastIndexOf(' ') + 1).trimmed()).mid(4);
        pieces.content(PackMember::manifest) = note.first(note.indexOf("\n\n") + 1);
        pieces.content(PackMember::signature) = PackSignature{sample.signer(), signature}.text();
        QVERIFY(tells(verify(pieces.zip()), Kind::NotSigned, PackMember::manifest));
    }

    void aCheckpointThatIsNewerThanThePackSaysNothingAgainstIt()
    {
        const PackReport report = *verify(SamplePack(17).zip(), {{}, SamplePack().checkpoint(21)});
        QVERIFY(tells(report, Kind::NotCompared, PackMember::consistency));
        QCOMPARE(report.findings.size(), 1);
        const QString said = packSentences(report).join(u' ');
        QVERIFY2(said.contains(QStringLiteral("newer than the pack")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("NOT what was signed")), qPrintable(said));
    }

    void aCheckpointThatWasKeptIsComparedWith()
    {
        SamplePack sample;
        const PackReport same = *verify(sample.zip(), {{}, sample.checkpoint(21)});
        QVERIFY(same.isIntact() && same.isCheckpointTheKept);

        QVERIFY(tells(verify(sample.zip(), {{}, sample.checkpoint(9)}), Kind::NotCompared, PackMember::consistency));

        sample.joined = sample.consistency(9);
        const PackReport later = *verify(sample.zip(), {{}, sample.checkpoint(9)});
        QVERIFY2(later.isIntact() && later.isCheckpointTheKept, qPrintable(words(later)));
        QVERIFY(words(later).contains(QStringLiteral("goes on from it")));
    }

    void aLogThatWasWrittenAnewIsNotTheKeptOne()
    {
        // The same key over other entries: whoever has the server's keys could have done it.
        SamplePack anew;
        anew.joined = anew.consistency(9);
        const SigningKey key(*SecretKey::fromBytes(QByteArray(32, 's')));
        const QByteArray kept = signCheckpoint({SamplePack::origin, 9, QByteArray(32, 'k')}, key);
        QVERIFY(tells(verify(anew.zip(), {{}, kept}), Kind::NotTheSame, PackMember::checkpoint));
        const QByteArray sameSize = signCheckpoint({SamplePack::origin, 21, QByteArray(32, 'k')}, key);
        QVERIFY(tells(verify(anew.zip(), {{}, sameSize}), Kind::NotTheSame, PackMember::checkpoint));
    }

    void aKeptCheckpointOfAnotherKeyIsSaid()
    {
        const SamplePack other(21, QByteArray(32, 'o'));
        QVERIFY(tells(verify(SamplePack().zip(), {{}, other.checkpoint(21)}), Kind::OtherKey, PackMember::signature));
        QCOMPARE(verify(SamplePack().zip(), {{}, "no checkpoint"}).error().kind, FailureKind::Malformed);
    }

    void aKeyThatSignedForThePacksIsAsGood()
    {
        SamplePack sample;
        const SigningKey before = someKey('b');
        const CheckpointSigner given{SamplePack::origin, before.publicKey()};
        QVERIFY(tells(verify(sample.zip(), {given, {}}), Kind::OtherKey, PackMember::signature));
        sample.keys = chainTo(sample, handover(SamplePack::origin, 6, before, sampleKey())).text();
        const PackReport report = *verify(sample.zip(), {given, {}});
        QVERIFY2(report.isIntact() && report.isKeyALaterOne && !report.isKeyTheGiven, qPrintable(words(report)));
        QVERIFY(words(report).contains(QStringLiteral("took over from the one that was given")));

        const QByteArray kept = signCheckpoint(readCheckpoint(sample.checkpoint(9)).value(), before);
        sample.joined = sample.consistency(9);
        QVERIFY(verify(sample.zip(), {{}, kept})->isCheckpointTheKept);
        const QByteArray strangers = signCheckpoint(readCheckpoint(kept).value(), someKey('x'));
        QVERIFY(tells(verify(sample.zip(), {{}, strangers}), Kind::OtherKey, PackMember::signature));
    }

    void aKeyThatDidNotSignForThePacksIsNot()
    {
        SamplePack sample;
        const SigningKey before = someKey('b');
        const CheckpointSigner given{SamplePack::origin, before.publicKey()};
        KeyHandover forged = handover(SamplePack::origin, 6, before, sampleKey());
        forged.checkpoint = signCheckpoint(readCheckpoint(forged.checkpoint).value(), sampleKey());
        const KeyHandover lost = handover(SamplePack::origin, 6, before, sampleKey(), KeyChange::Kind::Lost);
        for (const KeyHandover &one : {forged, lost}) {
            sample.keys = chainTo(sample, one).text();
            QVERIFY(tells(verify(sample.zip(), {given, {}}), Kind::OtherKey, PackMember::signature));
        }
        sample.keys = "no keys\n";
        QVERIFY(tells(verify(sample.zip()), Kind::Contradicts, PackMember::keys));
    }

    void aPackOfAKeyThatWasReplacedSinceIsTheServersToWhoHasAllKeys()
    {
        const SamplePack sample;
        const SigningKey next = someKey('n');
        const CheckpointSigner current{SamplePack::origin, next.publicKey()};
        const KeyChain after{current, {handover(SamplePack::origin, 30, sampleKey(), next)}};
        QVERIFY(verify(sample.zip(), {{}, {}, after})->isKeyTheGiven);
        // It was another's by then: whoever signed has the old key, and is not the server.
        const KeyChain before{current, {handover(SamplePack::origin, 15, sampleKey(), next)}};
        const auto late = verify(sample.zip(), {{}, {}, before});
        QVERIFY(tells(late, Kind::OtherKey, PackMember::signature));
        QVERIFY(words(*late).contains(QStringLiteral("taken over")));
    }

    void whatThePackItselfSaysIsMissingIsSaid()
    {
        SamplePack sample;
        sample.recordings.append(
            {{8}, PackedState::Damaged, {}, {}, QStringLiteral("Its file is not what was stored.")});
        const PackReport report = *verify(sample.zip());
        QVERIFY(report.isIntact());
        QVERIFY(!report.manifest->isWhole());
        QVERIFY(words(report).contains(QStringLiteral("recording 8 (damaged)")));
        QVERIFY(words(report).contains(QStringLiteral("1 of 2 recordings")));
        QVERIFY(!packReportJson(report).value(QLatin1String("whole")).toBool());
        QVERIFY(packReportJson(report).value(QLatin1String("intact")).toBool());
    }

    void anOriginalThatIsNotTheStoredOneContradicts()
    {
        SamplePack sample;
        sample.recordings.append(
            {{9}, PackedState::Included, "recordings/7/original.wav", QByteArray(32, 'z'), QString()});
        QVERIFY(tells(verify(sample.zip()), Kind::Contradicts, "recordings/7/original.wav"));
    }
};

QTEST_APPLESS_MAIN(tst_PackVerification)
#include "tst_PackVerification.moc"
