using System.Globalization;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Pairs of shares as CSV.</summary>
static class EvidenceCsv
{
    /// <summary>What a person needs to look for themselves: the two ends of the link, the object, both posts and their times.</summary>
    public static void Evidence(TextWriter writer, IEnumerable<TiePair> pairs)
    {
        writer.Write("from,to,object_id,earlier_account,earlier_content,earlier_time,later_account,later_content,later_time,delay\n");
        foreach (var pair in pairs)
        {
            var (earlier, later) = (pair.Earlier, pair.Later);
            var (from, to) = string.CompareOrdinal(earlier.AccountId, later.AccountId) < 0 ? (earlier.AccountId, later.AccountId) : (later.AccountId, earlier.AccountId);
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvText.Field(from)},{CsvText.Field(to)},{CsvText.Field(pair.ObjectId)},{CsvText.Field(earlier.AccountId)},{CsvText.Field(earlier.ContentId)},{Time(earlier)},"));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{CsvText.Field(later.AccountId)},{CsvText.Field(later.ContentId)},{Time(later)},{pair.Delay}\n"));
        }
    }

    // Years past 9999 are no date; the number stays.
    public static string Time(Share share) => share.Timestamp < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds(share.Timestamp).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : share.Timestamp.ToString(CultureInfo.InvariantCulture);
}
