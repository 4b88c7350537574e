using System.Globalization;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Eva.Orienting;

/// <summary>What stands in the form of a plan: as typed, as confirmed before, or empty. Nothing is ticked that an adviser did not tick.</summary>
public sealed record PlanForm
{
    public const int NoteMaxLength = 2000;
    const int LinesMaxLength = 2000;
    const int MostLines = 20;
    const int LineMaxLength = 200;

    public IReadOnlyList<LifeConstraint> Constraints { get; init; } = [];
    public string? Department { get; init; }
    public IReadOnlyList<string> Ways { get; init; } = [];

    /// <summary><c>ocb:0</c>: a way and the place of the step in its list.</summary>
    public IReadOnlyList<string> WaySteps { get; init; } = [];

    public IReadOnlyList<string> Trades { get; init; } = [];
    public IReadOnlyList<string> Actions { get; init; } = [];
    public string? OwnSteps { get; init; }
    public string? OwnTrades { get; init; }
    public string? Note { get; init; }

    public static PlanForm Read(IFormCollection form) => new()
    {
        Constraints = [.. Values(form, "Constraints").Select(v => TechnicalName.TryParse<LifeConstraint>(v, out var c) ? c : (LifeConstraint?)null).OfType<LifeConstraint>().Distinct().Order()],
        Department = Text(form, "Department"),
        Ways = Values(form, "Ways"),
        WaySteps = Values(form, "WaySteps"),
        Trades = Values(form, "Trades"),
        Actions = Values(form, "Actions"),
        OwnSteps = Text(form, "OwnSteps"),
        OwnTrades = Text(form, "OwnTrades"),
        Note = Text(form, "Note"),
    };

    /// <summary>As the last version left it; what came out of an interview since then is not ticked yet.</summary>
    public static PlanForm Of(PlanContent plan, IReadOnlyList<AgreedAction> actions) => new()
    {
        Constraints = plan.Constraints,
        Department = plan.Department,
        Ways = [.. plan.Ways.Select(w => TechnicalName.Of(w.Way))],
        WaySteps = [.. from way in plan.Ways
                       let texts = WayTexts.Of(way.Way).NextSteps
                       from step in way.Steps
                       let place = texts.Index().Where(t => string.Equals(t.Item, step, StringComparison.Ordinal)).Select(t => (int?)t.Index).FirstOrDefault()
                       where place is not null
                       select StepKey(way.Way, place.Value)],
        Trades = [.. plan.Trades.Select(t => t.Rome).OfType<string>().Where(r => Orientation.Trades.Find(r) is not null)],
        Actions = [.. actions.Where(a => plan.Steps.Contains(a.Text, StringComparer.Ordinal)).Select(a => a.Id.ToString())],
        OwnSteps = Lines(plan.Steps.Where(s => !actions.Any(a => string.Equals(a.Text, s, StringComparison.Ordinal)))),
        OwnTrades = Lines(plan.Trades.Where(t => t.Rome is null || Orientation.Trades.Find(t.Rome) is null).Select(t => t.Rome ?? t.Label)),
        Note = plan.Note,
    };

    public static string StepKey(Way way, int place) => string.Create(CultureInfo.InvariantCulture, $"{TechnicalName.Of(way)}:{place}");

    /// <summary>What is to be kept; null when something is to be put right, and <paramref name="errors"/> says what.</summary>
    public PlanContent? Confirm(IReadOnlyList<ProposedWay> proposed, IReadOnlyList<TradeFit> fits, IReadOnlyList<AgreedAction> actions, string madeWith, Errors errors)
    {
        var department = ReadDepartment(errors);
        var (steps, trades) = (Split(OwnSteps, nameof(OwnSteps), errors), Split(OwnTrades, nameof(OwnTrades), errors));
        List<PlanTrade> own = [.. trades.Select(t => Own(t, errors)).OfType<PlanTrade>()];
        if (Note?.Length > NoteMaxLength)
        {
            errors.Add(nameof(Note), $"La note a {NoteMaxLength} caractères au plus");
        }

        var content = new PlanContent
        {
            Constraints = Constraints,
            Department = department,
            Ways = [.. Enum.GetValues<Way>().Where(w => Ways.Contains(TechnicalName.Of(w), StringComparer.Ordinal)).Select(way => Kept(way, proposed))],
            Trades = [.. fits.Where(f => Trades.Contains(f.Trade.Rome, StringComparer.Ordinal)).Select(f => new PlanTrade(f.Trade.Rome, f.Trade.Label, f.For, f.Against)), .. own],
            Steps = [.. actions.Where(a => Actions.Contains(a.Id.ToString(), StringComparer.OrdinalIgnoreCase)).Select(a => a.Text), .. steps],
            Note = Note,
            MadeWith = madeWith,
        };
        if (content is { Ways.Count: 0, Trades.Count: 0, Steps.Count: 0 })
        {
            errors.Add("Ways", "Gardez ou ajoutez au moins une étape ou un métier");
        }

        return errors.Any ? null : content;
    }

    public string? ReadDepartment(Errors errors)
    {
        if (string.IsNullOrWhiteSpace(Department))
        {
            return null;
        }

        var department = Departments.Read(Department);
        if (department is null)
        {
            errors.Add(nameof(Department), "Un département s’écrit 59, 2A ou 971");
        }

        return department;
    }

    PlanWay Kept(Way way, IReadOnlyList<ProposedWay> proposed)
    {
        var text = WayTexts.Of(way);
        return new(way, text.Title, text.ForPerson, [.. text.NextSteps.Index().Where(s => WaySteps.Contains(StepKey(way, s.Index), StringComparer.Ordinal)).Select(s => s.Item)], proposed.FirstOrDefault(p => p.Way == way)?.Reasons ?? []);
    }

    static PlanTrade? Own(string typed, Errors errors)
    {
        var code = typed.Split(' ', 2)[0].ToUpperInvariant();
        if (code is not [>= 'A' and <= 'N', _, _, _, _] || !code[1..].All(char.IsAsciiDigit))
        {
            return new(null, typed, [], []);
        }

        if (Rome.Label(code) is { } label)
        {
            return new(code, label, [], []);
        }

        errors.Add(nameof(OwnTrades), $"« {code} » n’est pas un code du ROME : vérifiez-le, ou écrivez le nom du métier");
        return null;
    }

    static List<string> Split(string? lines, string field, Errors errors)
    {
        List<string> split = [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (lines?.Length > LinesMaxLength || split.Count > MostLines || split.Exists(l => l.Length > LineMaxLength))
        {
            errors.Add(field, $"{MostLines} lignes au plus, de {LineMaxLength} caractères au plus");
        }

        return split;
    }

    static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;

    static string? Text(IFormCollection form, string field) => form[field].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    static IReadOnlyList<string> Values(IFormCollection form, string field) => [.. form[field].OfType<string>().Where(v => v.Length is > 0 and < 100).Distinct(StringComparer.Ordinal)];
}
