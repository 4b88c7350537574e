using System.Security.Cryptography;
using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>Who takes a file in, and how they mark what does not say it.</summary>
public sealed record ImportFor
{
    /// <summary>A person: what is RED is for them alone.</summary>
    public required Author Author { get; init; }

    /// <summary>Where the file says nothing, or something unknown here. With an audience.</summary>
    public required Marked Default { get; init; }

    public required Lang Language { get; init; }

    /// <summary>A level of the file, with those who may know here: never wider than TLP 2.0 admits.</summary>
    public Marked At(Tlp level)
    {
        var marked = Default with { Tlp = level };
        return !marked.IsTooWide ? marked
            : level is Tlp.Red || Author.Organisation is null ? marked with { Audience = Audience.OfPeople(Author.Person!.Value) }
            : marked with { Audience = Audience.Of(Author.Organisation.Value) };
    }

    /// <summary>The file itself as a piece of evidence, which keeps all that a case has no place for. To be written once its bytes are stored.</summary>
    public static EvidenceKept Original(ReadOnlySpan<byte> bytes, string fileName, string mediaType) => new()
    {
        FileName = fileName,
        MediaType = mediaType,
        Size = bytes.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Method = "import",
    };
}
