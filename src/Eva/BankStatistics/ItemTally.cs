using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;

namespace Beffroi.Eva.BankStatistics;

/// <summary>Counts one item over plays, one play in memory at a time.</summary>
sealed class ItemTally(BankOutline outline, BankItem item)
{
    // Different typed answers that are counted: beyond, a new one is too rare to be told.
    const int MostTyped = 2_000;

    // With fewer other answers, a share says nothing of a person.
    const int FewestOthers = 3;

    readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _modes = new(StringComparer.Ordinal);
    readonly List<double> _seconds = [];
    readonly PointBiserial _biserial = new();
    readonly AbilityOfOthers _abilities = new();
    int _shown, _answered, _helped, _right, _dontKnow, _rightOfPlaced;

    /// <param name="lines">Of one play, by position.</param>
    /// <param name="key">Of the bank that the play is pinned to, in which the item is as it is today.</param>
    public void Add(List<EventLine> lines, RightAnswers key)
    {
        var answers = AnswerReading.FirstOf(lines, EventNames.Answered, "question").ToList();
        var mine = answers.Find(a => string.Equals(a.Id, item.Id, StringComparison.Ordinal));
        if (mine.Line is null)
        {
            _shown += lines.Exists(l => Names(l, EventNames.QuestionShown)) ? 1 : 0;
            return;
        }

        _shown++;
        _answered++;
        if (lines[..mine.Index].Exists(l => Names(l, EventNames.ReadAloud) || Names(l, EventNames.TranscriptShown) || Names(l, EventNames.SeenAgain)))
        {
            _helped++;
            return;
        }

        var right = Count(mine.Line, key);
        if (AnswerReading.Seconds(lines, mine, EventNames.QuestionShown, "question") is { } seconds)
        {
            _seconds.Add(seconds);
        }

        var others = answers.Where(a => !string.Equals(a.Id, item.Id, StringComparison.Ordinal)).Select(a => Other(a.Id, a.Line, key)).OfType<(BankItem Item, bool Right)>().ToList();
        if (others.Count >= FewestOthers)
        {
            _biserial.Add(right, others.Average(o => o.Right ? 1.0 : 0));
        }

        _rightOfPlaced += right ? 1 : 0;
        _abilities.Add(others.Where(o => outline.ScaleOf(o.Item) == outline.ScaleOf(item)).Select(o => (o.Item.Difficulty, o.Right)));
    }

    public ItemStatistics Total() => new()
    {
        Shown = _shown,
        Answered = _answered,
        Helped = _helped,
        Right = _right,
        DontKnow = _dontKnow,
        Given = item.Kind is ItemKind.Choice
            ? [.. item.Choices.Select(c => (c.Id, _given.GetValueOrDefault(c.Id)))]
            : [.. _given.Where(g => g.Value >= ItemStatistics.FewestAlike).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).Take(10).Select(g => (g.Key, g.Value))],
        Modes = [.. _modes.OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, m.Value))],
        MedianSeconds = Median(),
        PointBiserial = _biserial.Value,
        PointBiserialPlays = _biserial.Count,
        Difficulty = _abilities.Observed(_rightOfPlaced),
        ExpectedRight = _abilities.People == 0 ? 0 : _abilities.ExpectedRight(item.Difficulty) / _abilities.People,
    };

    bool Count(EventLine line, RightAnswers key)
    {
        Add(_modes, EventData.Text(line.Data, "moyen") ?? "inconnu");
        if (EventData.Flag(line.Data, "neSaisPas") == true || EventData.Text(line.Data, "reponse") is not { } answer)
        {
            _dontKnow++;
            return false;
        }

        var right = key.IsRight(item, answer);
        _right += right ? 1 : 0;
        var form = AnswerForm.Normal(item.Kind, answer);
        if (item.Kind is ItemKind.Choice || (!right && (_given.Count < MostTyped || _given.ContainsKey(form))))
        {
            Add(_given, form);
        }

        return right;
    }

    static (BankItem, bool)? Other(string id, EventLine line, RightAnswers key) =>
        key.Find(id) is not { } other ? null
        : (other, EventData.Flag(line.Data, "neSaisPas") != true && EventData.Text(line.Data, "reponse") is { } answer && key.IsRight(other, answer));

    bool Names(EventLine line, string name) =>
        string.Equals(line.Name, name, StringComparison.Ordinal) && string.Equals(EventData.Text(line.Data, "question"), item.Id, StringComparison.Ordinal);

    double? Median()
    {
        _seconds.Sort();
        var half = _seconds.Count / 2;
        return _seconds.Count == 0 ? null : _seconds.Count % 2 == 1 ? _seconds[half] : (_seconds[half - 1] + _seconds[half]) / 2;
    }

    static void Add(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
