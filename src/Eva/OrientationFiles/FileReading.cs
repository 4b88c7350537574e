using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>What a file holds, or what is wrong in it: a single fault, and nothing is kept.</summary>
/// <param name="Notes">What was left out on purpose, for whoever imports.</param>
public sealed record FileReading(FileContent Content, IReadOnlyList<FileFault> Faults, IReadOnlyList<string> Notes)
{
    /// <summary>The largest file of the BMO survey weighs about 5 MB.</summary>
    public const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>More faults are not told: the first ones say what kind of file it is.</summary>
    public const int MostFaults = 500;

    public static FileReading Of(FileKind kind, byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var reading = kind switch
            {
                FileKind.Bmo => BmoReading.Read(file),
                FileKind.Dares => DaresReading.Read(file),
                FileKind.Offres => OffersReading.Read(file),
                FileKind.Lheo => LheoReading.Read(file),
                FileKind.Passage => PassageReading.Read(file),
            };
            return reading.Faults.Count == 0 && reading.Content.Count == 0 ? Wrong(null, "Le fichier n’a aucune ligne à garder.") : reading;
        }
        catch (SheetException wrong)
        {
            return Wrong(wrong.Row, wrong.Message);
        }
    }

    internal static FileReading Wrong(int? row, string sentence) => new(new(), [new(row, null, sentence)], []);
}
