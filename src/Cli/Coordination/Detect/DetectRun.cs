using System.Diagnostics;
using Beffroi.Cli.Coordination.Work;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Reads, joins, writes.</summary>
static class DetectRun
{
    public static async Task<DetectReport> Run(DetectRequest request, Terminal terminal, CancellationToken ct)
    {
        var began = terminal.Clock.GetTimestamp();
        var (read, found) = WorkPlan.Of(request) is { } plan ? await new WorkRun(request, plan, terminal).Run(ct) : await InMemory(request, terminal, ct);
        await Write(request.Outputs, found, ct);
        return new()
        {
            Read = read,
            Objects = found.Objects,
            Pairs = found.Pairs,
            Edges = found.Edges,
            Accounts = found.Accounts,
            Clusters = found.Clusters,
            Viral = found.Viral,
            Seconds = terminal.Clock.GetElapsedTime(began).TotalSeconds,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
        };
    }

    static async Task<(ShareReport, DetectFound)> InMemory(DetectRequest request, Terminal terminal, CancellationToken ct)
    {
        var table = new ShareTable();
        await using var stream = ShareSource.Open(request.File, terminal);
        var progress = new WorkProgress(terminal, "lecture", stream.CanSeek ? stream.Length : 0);
        var read = await ShareSource.Read(request.File, request.On, stream, table, terminal, done => progress.At(done), ct);
        progress.End();
        Problems.Tell(read, request.MaxErrors, TextSource.Name(request.File), terminal);
        return (read, request.Mode switch
        {
            DetectMode.Beffroi => Beffroi(table, request, ct),
            DetectMode.CooRTweet => PeerFindings.CooRTweet(table, request, ct),
            DetectMode.Qut => PeerFindings.Qut(table, request, ct),
        });
    }

    static DetectFound Beffroi(ShareTable table, DetectRequest request, CancellationToken ct)
    {
        var sharing = CoSharing.Find(table, request.Join, ct);
        return BeffroiFindings.Of(sharing.Network, sharing.Census, sharing.Viral, request, sharing.Evidence);
    }

    static async Task Write(DetectOutputs outputs, DetectFound found, CancellationToken ct)
    {
        await To(outputs.Edges, found.WriteEdges);
        if (outputs.WantsPairs && found.Evidence is { } evidence)
        {
            await To(outputs.Pairs, writer => EvidenceCsv.Pairs(writer, evidence));
            await To(outputs.Evidence, writer => EvidenceCsv.Evidence(writer, evidence));
        }

        async Task To(string? path, Action<TextWriter> write)
        {
            if (path is not null)
            {
                await OutputFile.Write(path, writer =>
                {
                    write(writer);
                    return Task.CompletedTask;
                }, ct);
            }
        }
    }
}
