using System.Globalization;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Our own mode: ties weighed against chance, what stays and its clusters.</summary>
static class BeffroiFindings
{
    public static DetectFound Of(TieNetwork network, ShareCensus census, IReadOnlyList<ViralObject> viral, DetectRequest request, Func<int, IReadOnlyList<TiePair>>? evidence)
    {
        var findings = CoordinationAnalysis.Run(network, census, new() { MinimumObjects = request.MinRepetition });
        int[] written = [.. Enumerable.Range(0, findings.Ties.Count).Where(i => request.All || findings.Ties[i].Kept)];
        return new()
        {
            Objects = census.Popularity.Values.Sum(),
            Pairs = network.Ties.Sum(t => (long)t.Pairs),
            Edges = written.Length,
            Accounts = written.SelectMany(i => new[] { network.Ties[i].First, network.Ties[i].Second }).Distinct().Count(),
            Clusters = findings.Clusters.Count,
            Viral = viral,
            WriteEdges = writer => Write(writer, findings, written),
            Evidence = evidence is null ? null : written.SelectMany(evidence),
        };
    }

    static void Write(TextWriter writer, CoordinationFindings findings, int[] written)
    {
        writer.Write("from,to,objects,pairs,n_content_from,n_content_to,from_leads,to_leads,avg_time_delta,symmetry,direction,weight,expected,log10_p,log10_q,significant,kept,cluster_from,cluster_to\n");
        foreach (var at in written)
        {
            var found = findings.Ties[at];
            var tie = found.Tie;
            var (from, to) = (findings.AccountFindings[tie.First], findings.AccountFindings[tie.Second]);
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{Cell.Of(from.Account)},{Cell.Of(to.Account)},{tie.Objects},{tie.Pairs},{tie.FirstContents},{tie.SecondContents},{tie.FirstLeads},{tie.SecondLeads},{tie.MeanDelay:G6},{found.Symmetry:G6},{found.Direction:G6},"));
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{found.Weight:G6},{found.Expected:G6},{found.LogChance:F3},{found.LogAdjusted:F3},{(found.Significant ? 1 : 0)},{(found.Kept ? 1 : 0)},{from.Cluster},{to.Cluster}\n"));
        }
    }
}
