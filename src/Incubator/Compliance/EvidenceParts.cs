using System.Text.RegularExpressions;

namespace Beffroi.Incubator.Compliance;

/// <summary>A line of evidence with the address of this site that it speaks of, as a link to what was seen.</summary>
public static partial class EvidenceParts
{
    /// <summary>What failed may lead nowhere: its address stays words, but for the results of tests.</summary>
    public static (string Before, string? Address, string After) Of(string line) =>
        (line.StartsWith(Verdict.Met.Label(), StringComparison.Ordinal) || line.Contains(Addresses.Proofs, StringComparison.Ordinal)) && Address().Match(line) is { Success: true } found
            ? (line[..found.Index], found.Value, line[(found.Index + found.Length)..])
            : (line, null, "");

    [GeneratedRegex(@"(?<=[\s(\u00A0])/[a-z0-9][a-z0-9/._-]*(#C[0-9]+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Address();
}
