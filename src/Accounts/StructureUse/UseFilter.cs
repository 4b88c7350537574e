using Beffroi.Dsfr;

namespace Beffroi.Accounts.StructureUse;

/// <summary>Which structures are listed, by the words of the address.</summary>
public sealed record UseFilter(string? Category, string? Region, string? Type)
{
    /// <summary>Active, inactive or dropped: all that went beyond three evaluations.</summary>
    const string Activated = "Activated";

    public static readonly IReadOnlyList<Option> Categories =
    [
        .. Enum.GetValues<ActivityCategory>().Where(c => !c.IsActivated()).Select(c => new Option(c.ToString(), c.Label())),
        new(Activated, "Activée : plus de 3 évaluations"),
        .. Enum.GetValues<ActivityCategory>().Where(c => c.IsActivated()).Select(c => new Option(c.ToString(), c.Label())),
    ];

    public static readonly IReadOnlyList<Option> Types = [.. Enum.GetValues<LocalType>().Select(t => new Option(t.ToString(), t.Label()))];

    /// <summary>A word that is no choice filters nothing.</summary>
    public static UseFilter Read(string? category, string? region, string? type) => new(
        Categories.Any(o => string.Equals(o.Value, category, StringComparison.Ordinal)) ? category : null,
        string.IsNullOrWhiteSpace(region) ? null : region,
        Types.Any(o => string.Equals(o.Value, type, StringComparison.Ordinal)) ? type : null);

    public bool Keeps(UseLine line) =>
        (Category is null || (line.Category.IsActivated() && Is(Category, Activated)) || Is(Category, line.Category.ToString()))
        && (Region is null || Is(Region, line.Region))
        && (Type is null || Is(Type, line.Type?.ToString()));

    static bool Is(string wanted, string? found) => string.Equals(wanted, found, StringComparison.Ordinal);

    public string Query => $"categorie={Category}&region={Uri.EscapeDataString(Region ?? "")}&type={Type}";
}
