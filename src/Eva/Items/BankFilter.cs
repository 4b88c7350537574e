using System.Globalization;
using System.Text;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Items;

/// <summary>Which items the list shows, as its address says.</summary>
public sealed record BankFilter
{
    public string? Family { get; init; }
    public string? Skill { get; init; }
    public ItemKind? Kind { get; init; }
    public string? Level { get; init; }
    public string Text { get; init; } = "";

    public bool IsAny => Family is not null || Skill is not null || Kind is not null || Level is not null || Text.Length > 0;

    public static BankFilter Read(string? famille, string? competence, string? forme, string? niveau, string? q) => new()
    {
        Family = Some(famille),
        Skill = Some(competence),
        Kind = TechnicalName.TryParse<ItemKind>(Some(forme), out var kind) ? kind : null,
        Level = Some(niveau),
        Text = string.Concat((q ?? "").Where(c => !char.IsControl(c))).Trim(),
    };

    public bool Keeps(BankItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Is(Family, item.Family) && Is(Skill, item.Skill) && (Kind is null || Kind == item.Kind) && Is(Level, item.Level) && (Text.Length == 0 || Plain(All(item)).Contains(Plain(Text), StringComparison.Ordinal));
    }

    /// <summary>For the address of another page of the same list.</summary>
    public string Query(int page)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("famille", Family), ("competence", Skill), ("forme", Kind is { } kind ? TechnicalName.Of(kind) : null), ("niveau", Level),
            ("q", Text.Length > 0 ? Text : null), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        };
        return string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    static bool Is(string? wanted, string? value) => wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);

    static string? Some(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    static string All(BankItem item) => string.Join('\n',
    [
        item.Id, item.Instruction, item.Question, item.Document?.Title, .. item.Document?.Lines ?? [], .. (item.Document?.Rows ?? []).SelectMany(r => r),
        .. item.Choices.Select(c => c.Text), .. item.Pieces.Select(p => p.Text), item.Dictation?.Word, item.Dictation?.Sentence,
    ]);

    // Accents and case aside, any apostrophe for any other.
    static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
        .Select(c => c is '’' ? '\'' : char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c)));
}
