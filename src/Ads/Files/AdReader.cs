using System.Runtime.CompilerServices;
using System.Text;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Files;

/// <summary>The file formats that are read.</summary>
public enum FileFormat
{
    Meta,
    Dsa,
    Eu,
    Own,
}

/// <summary>From the bytes of a file to read and checked ads, one after the other.</summary>
public static class AdReader
{
    public static AdSource Source(this FileFormat format) => format switch
    {
        FileFormat.Meta => AdSource.MetaLibrary,
        FileFormat.Dsa => AdSource.DsaRepository,
        FileFormat.Eu => AdSource.EuRepository,
        FileFormat.Own => AdSource.OwnFormat,
    };

    /// <param name="country">ISO 3166-1 alpha-2: of the people who were shown the ads, where the file does not say.</param>
    public static async IAsyncEnumerable<AdLine> Read(Stream file, FileFormat format, string country, FileLimits limits, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var record in JsonRecords.Read(file, limits, ct))
        {
            yield return record.Fault is { } fault ? new(record.Number, null, fault) { IsCut = record.IsCut } : Read(record, format, country);
        }
    }

    /// <summary>A page saved as HTML: what is read on it, and nothing of its markup.</summary>
    public static async Task<AdLine> ReadPage(Stream file, string country, FileLimits limits, CancellationToken ct)
    {
        var bytes = new byte[limits.MostRecordBytes + 1];
        var got = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return got > limits.MostRecordBytes
            ? AdLine.Refused(1, $"page de plus de {limits.MostRecordBytes} octets", $"page of more than {limits.MostRecordBytes} bytes")
            : AdLine.Of(1, AdRecord.Read(AdSource.OwnFormat, CollectedReader.OfPage(Encoding.UTF8.GetString(bytes, 0, got)), country));
    }

    static AdLine Line(int number, AdSource source, AdFields fields, string country)
    {
        var read = AdRecord.Read(source, fields, country);
        return AdLine.Of(number, read) with { RefusedId = read.Record is null ? AdRecord.Identifier(source, fields) : null };
    }

    static AdLine Read(JsonRecord record, FileFormat format, string country)
    {
        try
        {
            if (format is FileFormat.Own && !CollectedReader.Is(record.Element))
            {
                var (own, fault) = OwnReader.Fields(record.Element);
                return own is null ? new(record.Number, null, fault) : Line(record.Number, AdSource.OwnFormat, own, country);
            }

            var fields = format switch
            {
                FileFormat.Meta => MetaReader.Fields(record.Element),
                FileFormat.Dsa => DsaReader.Fields(record.Element),
                FileFormat.Eu => EuReader.Fields(record.Element),
                FileFormat.Own => CollectedReader.Fields(record.Element),
            };
            return Line(record.Number, format.Source(), fields, country);
        }
        catch (InvalidOperationException)
        {
            // A half of a pair, written as an escape: JSON allows it, no text holds it.
            return AdLine.Refused(record.Number, "un texte contient un signe qui n’existe pas", "a text holds a sign that does not exist");
        }
    }
}
