using System.Globalization;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Our own mode: ties weighed against chance, what stays and its clusters.</summary>
static class BeffroiFindings
{
    public static CoordinationOptions Options(DetectRequest request) => new() { MinimumObjects = request.MinRepetition };

    /// <summary>One trace.</summary>
    public static DetectFound Of(CoSharing sharing, DetectRequest request) =>
        Of(CoordinationAnalysis.Run(sharing.Network, sharing.Census, Options(request)), sharing.Census.Popularity.Values.Sum(), sharing.Viral, request, written => written.SelectMany(sharing.Evidence));

    /// <summary>Several traces, each against its own chance, judged together.</summary>
    public static DetectFound Of(IReadOnlyList<(Trace Trace, CoSharing Sharing)> traces, DetectRequest request)
    {
        var findings = TraceFusion.Run([.. traces.Select(t => new TraceNetwork(t.Trace, t.Sharing.Network, t.Sharing.Census))], Options(request));
        var ties = traces.Select(t => (t.Sharing, Places: t.Sharing.Network.Ties.Index().ToDictionary(i => (t.Sharing.Network.Accounts[i.Item.First], t.Sharing.Network.Accounts[i.Item.Second]), i => i.Index))).ToList();
        return Of(findings, traces.Sum(t => t.Sharing.Census.Popularity.Values.Sum()), [.. traces.SelectMany(t => t.Sharing.Viral)], request, written => written.SelectMany(Evidence));

        IReadOnlyList<TiePair> Evidence(int tie)
        {
            var (one, other) = (findings.Accounts[findings.Ties[tie].Tie.First], findings.Accounts[findings.Ties[tie].Tie.Second]);
            return [.. ties.SelectMany(t => t.Places.TryGetValue((one, other), out var place) || t.Places.TryGetValue((other, one), out place) ? t.Sharing.Evidence(place) : [])];
        }
    }

    /// <summary>What an analysis found.</summary>
    public static DetectFound Of(CoordinationFindings findings, long objects, IReadOnlyList<ViralObject> viral, DetectRequest request, Func<int[], IEnumerable<TiePair>> evidence)
    {
        int[] written = [.. Enumerable.Range(0, findings.Ties.Count).Where(i => request.All || findings.Ties[i].Kept)];
        return new()
        {
            Objects = objects,
            Pairs = findings.Ties.Sum(t => (long)t.Tie.Pairs),
            Edges = written.Length,
            Accounts = written.SelectMany(i => new[] { findings.Ties[i].Tie.First, findings.Ties[i].Tie.Second }).Distinct().Count(),
            Clusters = findings.Clusters.Count,
            Viral = viral,
            WriteEdges = writer => Write(writer, findings, written),
            Graph = () => GraphFile.Of(findings),
            Evidence = evidence(written),
        };
    }

    static string Test(TieTest test) => test switch
    {
        TieTest.None => "",
        TieTest.Tie => "tie",
        TieTest.Partners => "partners",
        TieTest.Traces => "traces",
    };

    static void Write(TextWriter writer, CoordinationFindings findings, int[] written)
    {
        writer.Write("from,to,objects,pairs,n_content_from,n_content_to,from_leads,to_leads,avg_time_delta,symmetry,direction,weight,expected,log10_p,log10_q,significant,test,kept,cluster_from,cluster_to\n");
        foreach (var at in written)
        {
            var found = findings.Ties[at];
            var tie = found.Tie;
            var (from, to) = (findings.AccountFindings[tie.First], findings.AccountFindings[tie.Second]);
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{Cell.Of(from.Account)},{Cell.Of(to.Account)},{tie.Objects},{tie.Pairs},{tie.FirstContents},{tie.SecondContents},{tie.FirstLeads},{tie.SecondLeads},{tie.MeanDelay:G6},{found.Symmetry:G6},{found.Direction:G6},"));
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{found.Weight:G6},{found.Expected:G6},{found.LogChance:F3},{found.LogAdjusted:F3},{(found.Significant ? 1 : 0)},{Test(found.AcceptedBy)},{(found.Kept ? 1 : 0)},{from.Cluster},{to.Cluster}\n"));
        }
    }
}
