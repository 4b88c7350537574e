using System.Security.Cryptography;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Incubator;

/// <summary>The file of an intrapreneur's mission letter (« lettre de mission »), as it was sent, beside the mandate that rests on it.</summary>
public sealed class MissionLetter : IWrittenOnce
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int NameMaxLength = 120;
    public const string MediaType = "application/pdf";

    // Readers look for the end of a file within its last kilobyte.
    const int TailBytes = 1024;

    public required Guid MandateId { get; init; }

    /// <summary>Of the file, where it came from.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>What the journal says of it when it comes.</summary>
    public string Mention => $"lettre de mission {Sha256}";

    public bool IsIntact => string.Equals(Sha256, HashOf(Content), StringComparison.Ordinal);

    /// <summary>Reads what was sent; null where nothing was, or where it is not a whole PDF of that size, which is then said.</summary>
    public static async Task<MissionLetter?> Read(IFormFile? file, string field, Guid mandate, Errors errors, CancellationToken ct)
    {
        if (file is not { Length: > 0 })
        {
            return null;
        }

        if (file.Length > MostBytes)
        {
            errors.Add(field, $"Ce fichier est trop lourd\u00A0: {MostBytes >> 20} Mio au plus");
            return null;
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, ct);
        }

        if (!IsPdf(content))
        {
            errors.Add(field, "Ce fichier n’est pas un PDF entier. Enregistrez la lettre en PDF, puis envoyez-la de nouveau");
            return null;
        }

        return new() { MandateId = mandate, Name = NameOf(file.FileName), Sha256 = HashOf(content), Content = content };
    }

    static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8) && content[^Math.Min(TailBytes, content.Length)..].IndexOf("%%EOF"u8) >= 0;

    // Some browsers send the folders too; a name of nothing but dots is none.
    static string NameOf(string sent)
    {
        var name = new string([.. sent.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim(' ', '.');
        return name.Length == 0 ? "lettre-de-mission.pdf" : name.Length <= NameMaxLength ? name : name[^NameMaxLength..];
    }
}
