// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidencePage.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr const char *head =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "media-src 'self' file:\">\n<meta name=\"viewport\" content=\"width=device-width\">\n";

constexpr const char *style =
    "<style>\n"
    ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}\n"
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1.05rem;margin:0}\n"
    "article{border:1px solid #8885;border-radius:8px;padding:1rem;margin:1rem 0}\n"
    ".lack{border-left:6px solid #c62828;padding:.5rem 1rem;background:#c6282818}\n"
    ".whole{border-left:6px solid #2e7d32;padding:.5rem 1rem;background:#2e7d3218}\n"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}\n"
    "dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}\n"
    "code{font:.85em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}\n"
    "table{border-collapse:collapse;width:100%;font-size:.85rem}\n"
    "td,th{text-align:left;vertical-align:top;padding:.15rem .5rem .15rem 0;border-bottom:1px solid #8884;"
    "overflow-wrap:anywhere}\n"
    "th{white-space:nowrap}caption{text-align:left;opacity:.7;padding-top:.5rem}\n"
    "audio{width:100%;margin:.5rem 0}.notes{white-space:pre-wrap}\n"
    "@media print{audio{display:none}article{break-inside:avoid}}\n"
    "</style>\n";

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// What somebody wrote, kept from turning the text around it.
QByteArray written(const QString &text)
{
    return "<bdi>" + escaped(text) + "</bdi>";
}

QByteArray timeHtml(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toLatin1() + " UTC";
}

QByteArray fact(const char *name, const QByteArray &value)
{
    return QByteArray("<dt>") + name + "</dt><dd>" + value + "</dd>\n";
}

QByteArray timeInCall(std::chrono::milliseconds at)
{
    return escaped(durationText(at));
}

QByteArray factsHtml(const Recording &recording, const PackedRecording &packed)
{
    QByteArray html = "<dl>\n";
    html += fact("File name", written(recording.originalName));
    html += fact("Lead", QByteArray::number(recording.leadId.value) + " " + written(recording.leadName));
    html += fact("Agent", written(recording.agentName));
    if (!recording.campaignName.isEmpty())
        html += fact("Campaign", written(recording.campaignName));
    if (!recording.disposition.isEmpty())
        html += fact("Disposition", written(recording.disposition));
    html += fact("Call", timeHtml(recording.callDate));
    html += fact("Stored", timeHtml(recording.uploadedAt));
    html += fact("Length", escaped(durationText(recording.duration)));
    html += fact("Size", QByteArray::number(recording.fileSize) + " bytes");
    html += fact("SHA-256", "<code>" + packed.sha256.toHex() + "</code>");
    if (!recording.notes.isEmpty())
        html += fact("Notes", "<span class=\"notes\">" + written(recording.notes) + "</span>");
    return html + "</dl>\n";
}

QByteArray annotationsHtml(const QList<Annotation> &annotations)
{
    if (annotations.isEmpty())
        return {};
    QByteArray html = "<table><caption>Annotations</caption><tr><th>At</th><th>Text</th><th>By</th></tr>\n";
    for (const Annotation &one : annotations) {
        QByteArray at = timeInCall(one.start);
        if (one.end)
            at += "&#8211;" + timeInCall(*one.end);
        html +=
            "<tr><td>" + at + "</td><td>" + written(one.text) + "</td><td>" + written(one.authorName) + "</td></tr>\n";
    }
    return html + "</table>\n";
}

QByteArray holdsHtml(const QList<Hold> &holds)
{
    if (holds.isEmpty())
        return {};
    QByteArray html = "<table><caption>Holds</caption><tr><th>Matter</th><th>Placed</th><th>Reason</th>"
                      "<th>Released</th></tr>\n";
    for (const Hold &hold : holds)
        html += "<tr><td>" + written(hold.matterName) + "</td><td>" + timeHtml(hold.placedAt) + " " +
                written(hold.placedByName) + "</td><td>" + written(hold.reason) + "</td><td>" +
                (hold.releasedAt ? timeHtml(*hold.releasedAt) : QByteArray("no")) + "</td></tr>\n";
    return html + "</table>\n";
}

QByteArray historyHtml(const EvidenceRow &row)
{
    QByteArray html = "<details><summary>History: " + QByteArray::number(row.entries) +
                      " entries of the audit log</summary>\n<table><tr><th>Entry</th><th>At</th><th>Who</th>"
                      "<th>What</th><th>From</th></tr>\n";
    for (const AuditEntry &entry : row.history) {
        const QByteArray refused = entry.outcome == AuditOutcome::Refused ? " (refused)" : "";
        html += "<tr><td>" + QByteArray::number(entry.id) + "</td><td>" + timeHtml(entry.at) + "</td><td>" +
                written(entry.username) + "</td><td>" + escaped(entry.action) + refused + "</td><td>" +
                escaped(entry.address) + "</td></tr>\n";
    }
    html += "</table>\n";
    if (row.entries > row.history.size())
        html += "<p>The first " + QByteArray::number(row.history.size()) +
                " are shown; all of them are in the folder of the recording.</p>\n";
    return html + "</details>\n";
}

QByteArray lackHtml(const PackManifest &manifest)
{
    if (manifest.isWhole())
        return "<p class=\"whole\">All recordings that belong into this pack are in it.</p>\n";
    QByteArray html = "<div class=\"lack\"><p><strong>This pack is not whole.</strong></p>\n<ul>\n";
    for (const PackedRecording &one : manifest.recordings)
        if (one.state != PackedState::Included)
            html +=
                "<li>Recording " + QByteArray::number(one.id.value) + " is not in it. " + escaped(one.why) + "</li>\n";
    for (const QString &problem : manifest.problems)
        html += "<li>" + escaped(problem) + "</li>\n";
    return html + "</ul></div>\n";
}

QByteArray titleOf(const PackManifest &manifest)
{
    return "Evidence: " + escaped(manifest.about.value(QLatin1String("kind")).toString()) + " " +
           QByteArray::number(manifest.about.value(QLatin1String("id")).toInteger());
}

QByteArray beginHtml(const QByteArray &title)
{
    return QByteArray(head) + "<title>" + title + "</title>\n" + style + "</head>\n<body>\n";
}

constexpr const char *howToCheck =
    "<h2>How to check this pack</h2>\n"
    "<p>This page proves nothing by itself. On any machine with Holdfast's tools, without a server:</p>\n"
    "<p><code>holdfastctl verify-pack PACK.zip --key KEYFILE</code></p>\n"
    "<p>KEYFILE is the key of the server's audit log, which somebody whom you trust has from "
    "<code>/api/audit/key</code>. "
    "Without it, the check tells that the pack is whole as it was signed, and by which key.</p>\n"
    "<p>By other means: <code>manifest.json</code> has the size and SHA-256 of each member; <code>signature.txt</code> "
    "has the key, and the Ed25519 signature of \"Holdfast evidence pack v1\", a line's end and the manifest. Each line "
    "of "
    "a <code>.jsonl</code> file is a leaf of the Merkle tree (RFC 6962) that <code>audit/checkpoint.txt</code> signs "
    "for, proven by the same line of the <code>.proofs.jsonl</code> file beside it.</p>\n";

} // namespace

QByteArray evidenceRowHtml(const EvidenceRow &row)
{
    QByteArray html = "<article id=\"recording-" + QByteArray::number(row.packed.id.value) + "\">\n<h3>Recording " +
                      QByteArray::number(row.packed.id.value) + "</h3>\n";
    if (row.packed.state == PackedState::Included)
        html += "<audio controls preload=\"none\" src=\"" + row.packed.member + "\"></audio>\n<p><a href=\"" +
                row.packed.member + "\">The original file</a></p>\n";
    else
        html += "<p class=\"lack\"><strong>Not in this pack.</strong> " + escaped(row.packed.why) + "</p>\n";
    if (row.recording)
        html += factsHtml(*row.recording, row.packed);
    return html + annotationsHtml(row.annotations) + holdsHtml(row.holds) + historyHtml(row) + "</article>\n";
}

QByteArray evidencePageName(int page)
{
    return "recordings-" + QByteArray::number(page) + ".html";
}

QByteArray evidencePageHtml(const PackManifest &manifest, int page, const QByteArray &rows)
{
    return beginHtml(titleOf(manifest) + ", page " + QByteArray::number(page)) +
           "<p><a href=\"index.html\">All pages</a></p>\n" + rows + "</body>\n</html>\n";
}

QByteArray evidenceIndexHtml(const PackManifest &manifest, int pages, const QByteArray &rows)
{
    const auto included = std::count_if(manifest.recordings.begin(), manifest.recordings.end(),
                                        [](const PackedRecording &one) { return one.state == PackedState::Included; });
    QByteArray html = beginHtml(titleOf(manifest));
    html += "<h1>" + titleOf(manifest) + "</h1>\n<p>" +
            written(manifest.about.value(QLatin1String("name")).toString()) + "</p>\n" + lackHtml(manifest);
    html += "<dl>\n" + fact("Made", timeHtml(manifest.madeAt) + " by " + written(manifest.madeBy));
    html += fact("Recordings", QByteArray::number(included) + " of " + QByteArray::number(manifest.recordings.size()));
    html += fact("Pack", "<code>" + escaped(manifest.pack) + "</code>");
    html += fact("Audit log", "<code>" + escaped(QString::fromUtf8(manifest.origin)) + "</code>, its first " +
                                  QByteArray::number(manifest.logSize) + " entries");
    html += "</dl>\n";
    html += howToCheck;
    html += "<h2>Recordings</h2>\n" + rows;
    for (int page = 1; page <= pages; ++page)
        html += "<p><a href=\"" + evidencePageName(page) + "\">Page " + QByteArray::number(page) + "</a></p>\n";
    return html + "</body>\n</html>\n";
}

} // namespace Holdfast
