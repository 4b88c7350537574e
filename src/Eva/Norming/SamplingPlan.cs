using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Eva.Norming;

/// <summary>How many people a year see a structure: bounds are ours, to be discussed with the networks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StructureSize>))]
public enum StructureSize
{
    /// <summary>Under 50 evaluations begun in the period.</summary>
    [JsonStringEnumMemberName("petite")] Small,

    /// <summary>From 50 to 199.</summary>
    [JsonStringEnumMemberName("moyenne")] Middle,

    /// <summary>200 and more.</summary>
    [JsonStringEnumMemberName("grande")] Large,
}

/// <summary>People whom the sample must hold, of some kind of structure.</summary>
/// <param name="Type">In words; null for any.</param>
/// <param name="Invited">People whom these structures were asked to invite, where it is known; null to count non-response from those who began.</param>
public sealed record Stratum(string? Type, string? Region, StructureSize? Size, int Target, int? Invited)
{
    public const int MostTarget = 100_000;

    [JsonIgnore]
    public string Words => string.Join(", ", new[] { Type ?? "tout type", Region ?? "toute région", Size is { } size ? $"taille {Scoring.TechnicalName.Of(size)}" : "toute taille" });

    public bool Holds(StructureSummary? structure, StructureSize size) =>
        (Type is null || string.Equals(Type, structure?.Type, StringComparison.Ordinal)) && (Region is null || string.Equals(Region, structure?.Region, StringComparison.Ordinal)) && (Size is null || Size == size);
}

/// <summary>Somebody's decision on the sample that a norm of a scope needs. The last one counts; none is ever changed.</summary>
public sealed class SamplingPlan
{
    public const int NoteMaxLength = 500;
    public const int MostStrata = 100;

    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Note { get; init; }

    /// <summary>JSON.</summary>
    public required string StrataText { get; init; }

    public IReadOnlyList<Stratum> Strata => JsonSerializer.Deserialize<List<Stratum>>(StrataText) ?? [];

    public static string Text(IReadOnlyList<Stratum> strata) => JsonSerializer.Serialize(strata);

    public static StructureSize SizeOf(int begun) => begun switch { < 50 => StructureSize.Small, < 200 => StructureSize.Middle, _ => StructureSize.Large };

    /// <summary>Reads a line for each stratum: <c>type ; région ; taille ; objectif ; invités</c>, an empty place or a star for any. Null when a line is wrong, and <paramref name="errors"/> says which.</summary>
    public static IReadOnlyList<Stratum>? Read(string? typed, Errors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length is 0 or > MostStrata)
        {
            errors.Add("Strata", lines.Length == 0 ? "Écrivez au moins une ligne" : $"Le plan a {MostStrata} lignes au plus");
            return null;
        }

        var strata = new List<Stratum>();
        foreach (var (index, line) in lines.Index())
        {
            var cells = line.Split(';', StringSplitOptions.TrimEntries);
            if (cells.Length is < 4 or > 5)
            {
                errors.Add("Strata", $"Ligne {index + 1} : il faut type ; région ; taille ; objectif, puis invités si vous le savez");
            }
            else if (People(cells[3]) is not { } target || target == 0)
            {
                errors.Add("Strata", $"Ligne {index + 1} : l’objectif est un nombre de personnes, de 1 à {French.Number(Stratum.MostTarget)}");
            }
            else if (Any(cells[2]) is { } size && !Scoring.TechnicalName.TryParse<StructureSize>(size, out _))
            {
                errors.Add("Strata", $"Ligne {index + 1} : la taille est petite, moyenne ou grande");
            }
            else if (cells.Length == 5 && cells[4].Length > 0 && People(cells[4]) is null)
            {
                errors.Add("Strata", $"Ligne {index + 1} : le nombre d’invités est un nombre de personnes");
            }
            else
            {
                strata.Add(new(Any(cells[0]), Any(cells[1]), Scoring.TechnicalName.TryParse<StructureSize>(Any(cells[2]), out var known) ? known : null, target, cells.Length == 5 ? People(cells[4]) : null));
            }
        }

        return errors["Strata"] is null ? strata : null;
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public static string Line(Stratum stratum)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        return string.Join(" ; ", [stratum.Type ?? "*", stratum.Region ?? "*", stratum.Size is { } size ? Scoring.TechnicalName.Of(size) : "*", stratum.Target.ToString(CultureInfo.InvariantCulture), .. stratum.Invited is { } invited ? [invited.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()]);
    }

    static string? Any(string cell) => cell is "" or "*" ? null : cell;

    static int? People(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Stratum.MostTarget ? number : null;
}
