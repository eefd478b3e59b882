// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SourceDialog.h"

#include "actions/FolderLook.h"
#include "domain/WhenFinished.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "settings/FilingCard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int namesShown = 4;
constexpr int patternLines = 3;
constexpr std::chrono::milliseconds takenAfter{300};

} // namespace

SourceDialog::SourceDialog(const LocalStore &store, FilingRules general, const RecordingSources &sources,
                           const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_general(std::move(general))
    , m_sources(sources)
    , m_before(sources.named(name).value_or(RecordingSource()))
    , m_name(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_subfolders(new QCheckBox(tr("The folders in it, too"), this))
    , m_existing(new QCheckBox(tr("Also the files that are there already"), this))
    , m_patterns(new QPlainTextEdit(this))
    , m_zone(new QComboBox(this))
    , m_agentChannel(new QComboBox(this))
    , m_region(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_shown(new QTableWidget(namesShown, 2, this))
    , m_leave(new QPushButton(tr("Cancel"), this))
    , m_watch(new QPushButton(tr("Watch"), this))
{
    setWindowTitle(name.isEmpty() ? tr("Watch a folder") : tr("Watched folder"));
    fill();
    build();
    m_typed.setSingleShot(true);
    m_typed.setInterval(takenAfter);
    connect(&m_typed, &QTimer::timeout, this, &SourceDialog::lookAtNames);
    for (QLineEdit *line : {m_folder, m_region})
        connect(line, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_patterns, &QPlainTextEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_subfolders, &QCheckBox::toggled, this, &SourceDialog::lookAtNames);
    connect(m_zone, &QComboBox::currentTextChanged, &m_typed, qOverload<>(&QTimer::start));
    forgetProblemOnceChanged();
    lookAtNames();
}

void SourceDialog::fill()
{
    m_name->setText(m_before.name);
    m_name->setPlaceholderText(tr("Softphone"));
    m_folder->setText(QDir::toNativeSeparators(m_before.folder));
    m_subfolders->setChecked(m_before.subfolders);
    m_existing->setChecked(m_before.existing);
    m_patterns->setPlainText(m_before.patterns.join(u'\n'));
    m_patterns->setPlaceholderText(tr("As in “Names of files”"));
    m_patterns->setFont(fixedFont());
    m_patterns->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_patterns->setTabChangesFocus(true);
    m_patterns->ensurePolished();
    m_patterns->setFixedHeight(m_patterns->fontMetrics().lineSpacing() * patternLines + 2 * Space::large);
    m_zone->setEditable(true);
    m_zone->addItem(tr("As this computer"));
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        m_zone->addItem(QString::fromLatin1(zone), zone);
    if (!m_before.timeZone.isEmpty())
        m_zone->setCurrentText(QString::fromLatin1(m_before.timeZone));
    for (const auto &[channel, words] : {std::pair(AgentChannel::Unknown, tr("Not known (taken for the left)")),
                                         {AgentChannel::Left, tr("On the left channel")},
                                         {AgentChannel::Right, tr("On the right channel")}})
        m_agentChannel->addItem(words, QVariant::fromValue(channel));
    m_agentChannel->setCurrentIndex(m_agentChannel->findData(QVariant::fromValue(m_before.agentChannel)));
    m_agentChannel->setToolTip(tr("In recordings of two channels, the agent is on one and the customer on the other."));
    m_region->setText(m_before.region);
    m_region->setPlaceholderText(m_general.region);
    m_region->setMaximumWidth(56);
    static const QRegularExpression twoLetters(QStringLiteral("([A-Za-z]{2})?"));
    m_region->setValidator(new QRegularExpressionValidator(twoLetters, m_region));
}

void SourceDialog::build()
{
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(tr("Choose the folder"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &SourceDialog::chooseFolder);
    auto *folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(choose);
    auto *form = new QFormLayout;
    form->setSpacing(Space::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](const QString &label, QWidget *field) {
        form->addRow(label, field);
        field->setAccessibleName(label);
    };
    row(tr("Name"), m_name);
    form->addRow(tr("Folder"), folder);
    m_folder->setAccessibleName(tr("Folder"));
    form->addRow(QString(), m_subfolders);
    form->addRow(QString(), m_existing);
    row(tr("Patterns of file names"), m_patterns);
    row(tr("Time zone of the names"), m_zone);
    m_zone->lineEdit()->setAccessibleName(tr("Time zone of the names"));
    row(tr("Country of numbers that name none"), m_region);
    row(tr("The agent is"), m_agentChannel);
    m_shown->setAccessibleName(tr("What names tell"));
    m_shown->horizontalHeader()->hide();
    m_shown->verticalHeader()->hide();
    m_shown->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_shown->setShowGrid(false);
    m_shown->setSelectionMode(QAbstractItemView::NoSelection);
    m_shown->setFocusPolicy(Qt::NoFocus);
    m_shown->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_shown->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_shown->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_shown->setFixedHeight(namesShown * m_shown->rowHeight(0) + 2 * m_shown->frameWidth());
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addLayout(form);
    column->addWidget(m_shown);
    column->addWidget(m_problem);
    column->addLayout(buildButtons());
    QWidget *before = m_name; // as they stand: so the Tab key goes
    for (QWidget *next : std::initializer_list<QWidget *>{m_folder, choose, m_subfolders, m_existing, m_patterns,
                                                          m_zone, m_region, m_agentChannel, m_leave, m_watch}) {
        setTabOrder(before, next);
        before = next;
    }
    constexpr int usualWidth = 620;
    resize(usualWidth, sizeHint().height());
}

QLayout *SourceDialog::buildButtons()
{
    m_watch->setProperty("primary", true);
    m_watch->setDefault(true);
    connect(m_watch, &QPushButton::clicked, this, &SourceDialog::accept);
    connect(m_leave, &QPushButton::clicked, this, &SourceDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_watch);
    return buttons;
}

/// What is wrong was said of what stood there: it is said anew when one presses the button again.
void SourceDialog::forgetProblemOnceChanged()
{
    const auto forget = [this] { say({}); };
    for (QLineEdit *line : {m_name, m_folder, m_region})
        connect(line, &QLineEdit::textChanged, this, forget);
    for (QCheckBox *box : {m_subfolders, m_existing})
        connect(box, &QCheckBox::toggled, this, forget);
    connect(m_patterns, &QPlainTextEdit::textChanged, this, forget);
    connect(m_zone, &QComboBox::currentTextChanged, this, forget);
}

void SourceDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the folder"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

RecordingSource SourceDialog::source() const
{
    RecordingSource source;
    source.name = m_name->text().trimmed();
    source.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    source.subfolders = m_subfolders->isChecked();
    source.existing = m_existing->isChecked();
    const QStringList lines = m_patterns->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        if (!line.trimmed().isEmpty())
            source.patterns.append(line.trimmed());
    source.agentChannel = m_agentChannel->currentData().value<AgentChannel>();
    if (m_zone->currentText() != m_zone->itemText(0))
        source.timeZone = m_zone->currentText().trimmed().toUtf8();
    source.region = m_region->hasAcceptableInput() ? m_region->text().toUpper() : QString();
    return source;
}

void SourceDialog::lookAtNames()
{
    const RecordingSource now = source();
    if (now.folder.isEmpty()) {
        m_names.clear();
        showNames();
        return;
    }
    whenFinished(namesIn(now.folder, now.subfolders, namesShown), this, [this](const QStringList &names) {
        m_names = names;
        showNames();
    });
}

void SourceDialog::showNames()
{
    const SuggestFiling suggest(m_store, RecordingSources::rulesOf(source(), m_general));
    for (int row = 0; row < namesShown; ++row) {
        const QString name = row < m_names.size() ? m_names.at(row) : QString();
        const QString told = name.isEmpty() ? QString() : FilingCard::toldBy(suggest, name);
        for (const auto &[column, text] : {std::pair(0, ltr(name)), std::pair(1, told)}) {
            auto *item = new QTableWidgetItem(name.isEmpty() ? QString() : text);
            item->setToolTip(item->text());
            m_shown->setItem(row, column, item);
        }
    }
    m_shown->setVisible(!m_names.isEmpty());
}

void SourceDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void SourceDialog::accept()
{
    RecordingSources sources = m_sources;
    if (const Done put = sources.put(m_before.name, source()); !put)
        return say(put.error().message);
    Q_EMIT sourcesChanged(sources);
    QDialog::accept();
}

} // namespace Holdfast
