using Beffroi.Encyclopedia.Importing.FromDisarm;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>The files that can be imported.</summary>
public static class Readings
{
    public const int MaxBytes = JsonInput.MaxBytes;

    /// <summary>The author of what comes with the program.</summary>
    public const string Ours = "Beffroi";

    /// <summary>The entries that come with the program.</summary>
    public static ReadFile OwnContentOfTheProgram() => OwnFileReading.States(OwnContent.All(), Ours, "Fiche livrée avec le logiciel");

    public static ReadFile Own(ReadOnlySpan<byte> json) => OwnFileReading.Read(json, "Import", "Fiche importée");

    /// <param name="labels">French labels by identifier; empty: English only.</param>
    public static ReadFile DisarmStix(ReadOnlySpan<byte> json, IReadOnlyDictionary<string, FrenchLabel> labels) => StixBundle.Read(json, labels);

    public static (IReadOnlyDictionary<string, FrenchLabel> Labels, string? Fault) DisarmFrench(Stream xlsx) => FrenchMatrix.Read(xlsx);

    public static ReadFile DisarmCorpus(ReadOnlySpan<byte> json) => CorpusFile.Read(json);

    public static ReadFile History(ReadOnlySpan<byte> json, Origin origin) => HistoryFile.Read(json, origin);
}
