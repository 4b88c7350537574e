using System.Globalization;
using System.Security.Cryptography;
using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>A person who plays, known by the name she gave and a code that is hers.</summary>
public sealed class Beneficiary
{
    public const int NameMaxLength = 60;

    public required Guid Id { get; init; }
    public required Guid StructureId { get; init; }
    public required string Name { get; set; }

    /// <summary>Three letters and five digits, for instance <c>TLM40718</c>: to come back and go on.</summary>
    public required string Code { get; set; }

    /// <summary>Codes of those who turned out to be her: they open the same door.</summary>
    public List<FormerCode> FormerCodes { get; } = [];

    /// <summary>Null while she is somebody.</summary>
    public Anonymisation? Anonymised { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Takes her name and code away. What stands in place of the code has small letters and a hyphen: nobody can type it.</summary>
    public void Forget(Anonymisation anonymisation) => (Name, Code) = (anonymisation.Name, $"anonyme-{Id.ToString("N")[^12..]}");

    public static string DrawCode(Func<int, int> draw) => CampaignCode.Draw(draw(100_000).ToString("D5", CultureInfo.InvariantCulture), draw);

    /// <summary>A person new to a structure, not saved yet.</summary>
    public static async Task<Beneficiary> Meet(Guid structure, string name, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var beneficiary = new Beneficiary { Id = Guid.CreateVersion7(now), StructureId = structure, Name = name, Code = await FreeCode(db, ct), CreatedAt = now };
        db.Add(beneficiary);
        return beneficiary;
    }

    public static string? ReadName(string? typed, Errors errors, string missing = "Écrivez votre prénom")
    {
        var name = typed?.Trim() ?? "";
        if (name.Length == 0)
        {
            errors.Add("Name", missing);
        }
        else if (name.Length > NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add("Name", $"Écrivez un prénom plus court : {French.Number(NameMaxLength)} lettres au plus");
        }

        return errors["Name"] is null ? name : null;
    }

    // A personal code opens no campaign, and a campaign's code no person: one field of the entry page takes both.
    static async Task<string> FreeCode(EvaDb db, CancellationToken ct)
    {
        while (true)
        {
            var code = DrawCode(RandomNumberGenerator.GetInt32);
            if (await db.Behind(code, ct) is null && !await db.CampaignCodes.AnyAsync(c => c.Code == code, ct))
            {
                return code;
            }
        }
    }
}
