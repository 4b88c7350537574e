using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>A person who plays, known by the name she gave and a code that is hers.</summary>
public sealed class Beneficiary
{
    public const int NameMaxLength = 60;

    public required Guid Id { get; init; }
    public required Guid StructureId { get; init; }
    public required string Name { get; set; }

    /// <summary>Three letters and five digits, for instance <c>TLM40718</c>: to come back and go on.</summary>
    public required string Code { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static string DrawCode(Func<int, int> draw) => CampaignCode.Draw(draw(100_000).ToString("D5", System.Globalization.CultureInfo.InvariantCulture), draw);

    public static string? ReadName(string? typed, Errors errors)
    {
        var name = typed?.Trim() ?? "";
        if (name.Length == 0)
        {
            errors.Add("Name", "Écrivez votre prénom");
        }
        else if (name.Length > NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add("Name", $"Écrivez votre prénom plus court : {French.Number(NameMaxLength)} lettres au plus");
        }

        return errors["Name"] is null ? name : null;
    }
}
