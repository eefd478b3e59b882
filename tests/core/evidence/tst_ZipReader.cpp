// SPDX-License-Identifier: GPL-3.0-or-later
#include "ZipInPieces.h"

#include "evidence/Crc32.h"
#include "evidence/ZipReader.h"

#include <QTemporaryFile>
#include <QTest>
#include <QtEndian>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const ZipInPieces two{{{"a/one.txt", "first"}, {"two.txt", "second"}}};

Result<QList<ZipMember>> membersOf(QByteArray zip)
{
    QBuffer buffer(&zip);
    buffer.open(QIODevice::ReadOnly);
    const Result<ZipReader> reader = ZipReader::open(buffer);
    return reader ? Result<QList<ZipMember>>(reader->members()) : fail(reader.error());
}

QString refusalOf(const QByteArray &zip)
{
    const Result<QList<ZipMember>> members = membersOf(zip);
    if (members)
        return QStringLiteral("taken");
    return members.error().kind == FailureKind::Malformed ? members.error().message : QStringLiteral("other failure");
}

/// A large hole where a content would be: the file takes no room for it.
void writeWithHole(QFile &file, qint64 hole)
{
    const ZipMember large{"large.wav", hole, 0, 0, 0};
    const QByteArray header = zipLocalHeader(large);
    const ZipMember after{"after.txt", 2, 0, header.size() + hole, 0};
    const QByteArray directory = zipDirectoryEntry(large) + zipDirectoryEntry(after);
    file.write(header);
    file.seek(after.offset);
    file.write(zipLocalHeader(after) + "ok");
    const qint64 end = file.pos();
    file.write(directory + zipEnd({2, end, directory.size()}));
    file.flush();
}

} // namespace

class tst_ZipReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChecksumIsTheOneOfZip()
    {
        Crc32 whole;
        whole.add("123456789");
        QCOMPARE(whole.result(), 0xcbf43926U);
        Crc32 inPieces;
        for (const char *piece : {"1", "23", "45678", "", "9"})
            inPieces.add(piece);
        QCOMPARE(inPieces.result(), 0xcbf43926U);
    }

    void readsWhatWasWritten()
    {
        QByteArray zip = two.zip();
        QBuffer buffer(&zip);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const Result<ZipReader> reader = ZipReader::open(buffer);
        QVERIFY(reader);
        QCOMPARE(reader->members().size(), 2);
        QCOMPARE(*reader->readAll(reader->members()[0], 100), QByteArray("first"));
        QCOMPARE(*reader->readAll(reader->members()[1], 100), QByteArray("second"));
        QCOMPARE(reader->readAll(reader->members()[1], 5).error().kind, FailureKind::TooLarge);
    }

    /// The header's bytes as the standard has them, written out once.
    void aHeaderIsTheStandards()
    {
        const ZipMember member{"a", 5, 0x11223344, 0, zipTime(QDateTime(QDate(2026, 11, 22), QTime(4, 5, 6), Qt::UTC))};
        QCOMPARE(zipLocalHeader(member).toHex(' '),
                 QByteArray("50 4b 03 04 0a 00 00 00 00 00 a3 20 76 5d 44 33 22 11 05 00 00 00 05 00 00 00 01 00 00 00 "
                            "61"));
    }

    void sizesAndPlacesPastFourGigabytesAreKept()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        constexpr qint64 hole = 5'000'000'000;
        writeWithHole(file, hole);
        const Result<ZipReader> reader = ZipReader::open(file);
        QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().message));
        QCOMPARE(reader->members()[0].size, hole);
        QVERIFY(reader->members()[1].offset > hole);
        QCOMPARE(*reader->readAll(reader->members()[1], 2), QByteArray("ok"));
    }

    void moreMembersThanSixteenBitsCountAreKept()
    {
        ZipInPieces many;
        for (int i = 0; i < 70'000; ++i)
            many.members.append({"m/" + QByteArray::number(i), QByteArray()});
        const Result<QList<ZipMember>> members = membersOf(many.zip());
        QVERIFY(members);
        QCOMPARE(members->size(), 70'000);
    }

    void cutOffAnywhereItIsRefused()
    {
        const QByteArray zip = two.zip();
        for (qsizetype size = 0; size < zip.size(); ++size)
            QVERIFY2(refusalOf(zip.first(size)).contains(QStringLiteral("whole ZIP")), QByteArray::number(size));
    }

    void aChangedByteThatIsNoContentIsRefused()
    {
        const QByteArray zip = two.zip();
        const QList<ZipMember> members = *membersOf(zip);
        for (qsizetype at = 0; at < zip.size(); ++at) {
            const bool isContent = std::any_of(members.begin(), members.end(), [&](const ZipMember &member) {
                const qint64 begin = ZipReader::contentOffset(member);
                return at >= begin && at < begin + member.size;
            });
            if (isContent)
                continue;
            QByteArray changed = zip;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(refusalOf(changed) != QStringLiteral("taken"), QByteArray::number(at));
        }
    }

    void anotherHeaderThanTheDirectoryTellsIsNamed()
    {
        QByteArray zip = two.zip();
        zip.replace(zip.indexOf("two.txt"), 7, "six.txt"); // in the header alone
        QVERIFY(refusalOf(zip).contains(QStringLiteral("“two.txt” was changed")));
    }

    void namesThatLeadElsewhereAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"../up.txt", "a/../../up.txt", "/etc/passwd", "C:\\x", "a\\..\\b", "a//b", "a/", "",
                                 ".", "a/./b", "...", "a b", "\xc3\xa4", "a\nb", "nul\x01", "a:b"})
            QTest::newRow(QByteArray(name).toPercentEncoding().constData()) << QByteArray(name);
        QTest::newRow("with a NUL") << QByteArray("a\0b", 3);
        QTest::newRow("very long") << QByteArray(longestMemberName + 1, 'n');
    }
    void namesThatLeadElsewhereAreRefused()
    {
        QFETCH(QByteArray, name);
        QVERIFY(refusalOf(ZipInPieces{{{"ok", "1"}, {name, "2"}}}.zip()) != QStringLiteral("taken"));
    }

    void aNameThatComesTwiceIsRefused()
    {
        for (const char *other : {"a/one.txt", "A/One.TXT"}) {
            ZipInPieces pieces = two;
            pieces.members.emplaceBack(other, "again");
            QVERIFY(refusalOf(pieces.zip()).contains(QStringLiteral("two members")));
        }
    }

    void bytesThatBelongToNothingAreRefused()
    {
        const QByteArray zip = two.zip();
        QVERIFY(refusalOf("#!/bin/sh\n" + zip) != QStringLiteral("taken"));
        QVERIFY(refusalOf(zip + '\n') != QStringLiteral("taken"));

        const ZipMember first{"a", 1, 0, 0, 0};
        const QByteArray header = zipLocalHeader(first);
        const ZipMember second{"b", 1, 0, header.size() + 1 + 3, 0};
        const QByteArray members = header + "1" + "gap" + zipLocalHeader(second) + "2";
        const QByteArray directory = zipDirectoryEntry(first) + zipDirectoryEntry(second);
        QVERIFY(refusalOf(members + directory + zipEnd({2, members.size(), directory.size()}))
                    .contains(QStringLiteral("“b” was changed")));
    }

    void membersThatShareTheirBytesAreRefused()
    {
        const ZipMember first{"a", 40, 0, 0, 0};
        const ZipMember inside{"b", 1, 0, zipLocalHeader(first).size(), 0};
        const QByteArray members = zipLocalHeader(first) + zipLocalHeader(inside) + QByteArray(20, '1');
        const QByteArray directory = zipDirectoryEntry(first) + zipDirectoryEntry(inside);
        QVERIFY(refusalOf(members + directory + zipEnd({2, members.size(), directory.size()})) !=
                QStringLiteral("taken"));
    }

    void sizesPastTheFileAreRefused()
    {
        for (const qint64 size : {qint64{0xfffffffe}, qint64{0xffffffff}, std::numeric_limits<qint64>::max() / 4,
                                  std::numeric_limits<qint64>::max()}) {
            const ZipMember member{"bomb", size, 0, 0, 0};
            const QByteArray members = zipLocalHeader(member) + "1";
            const QByteArray directory = zipDirectoryEntry(member);
            QVERIFY(refusalOf(members + directory + zipEnd({1, members.size(), directory.size()})) !=
                    QStringLiteral("taken"));
        }
        QVERIFY(refusalOf(zipEnd({100'000'000'000, 0, 0})) != QStringLiteral("taken"));
        QVERIFY(refusalOf(zipEnd({1, 0, std::numeric_limits<qint64>::max()})) != QStringLiteral("taken"));
    }

    void compressedOrEncryptedMembersAreRefused()
    {
        const QByteArray zip = two.zip();
        const qsizetype directory = zip.indexOf("PK\x01\x02");
        for (const auto &[inHeader, inDirectory, value] :
             {std::tuple{8, 10, char(8)}, std::tuple{6, 8, char(1)}, std::tuple{6, 8, char(8)}}) {
            QByteArray other = zip;
            other[inHeader] = value;
            other[directory + inDirectory] = value;
            QVERIFY(refusalOf(other).contains(QStringLiteral("its entry 1 is not as those")));
        }
    }
};

QTEST_APPLESS_MAIN(tst_ZipReader)
#include "tst_ZipReader.moc"
