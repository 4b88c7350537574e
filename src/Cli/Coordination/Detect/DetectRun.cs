using Beffroi.Cli.Coordination.Work;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Process = System.Diagnostics.Process;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Reads, joins, writes.</summary>
static class DetectRun
{
    public static async Task<DetectReport> Run(DetectRequest request, Terminal terminal, CancellationToken ct)
    {
        if (request.Outputs.Clusters is not null && request.Mode is not DetectMode.Beffroi)
        {
            throw new CommandFailedException("--clusters décrit les groupes du mode beffroi ; les modes coortweet et qut n’en ont pas", ExitCodes.BadUsage);
        }

        var began = terminal.Clock.GetTimestamp();
        var (read, found) = WorkPlan.Of(request) is { } plan
            ? await new WorkRun(request, plan, terminal).Run(found => Write(request.Outputs, found, ct), ct)
            : await InMemory(request, terminal, ct);
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
        if (request.On.Count > 1)
        {
            return await Traces(request, terminal, ct);
        }

        var (read, table) = await Table(request, request.On.Count == 0 ? null : request.On[0], terminal, ct);
        var found = request.Mode switch
        {
            DetectMode.Beffroi => BeffroiFindings.Of(CoSharing.Find(table, request.Join, ct), table, request),
            DetectMode.CooRTweet => PeerFindings.CooRTweet(table, request, ct),
            DetectMode.Qut => PeerFindings.Qut(table, request, ct),
        };
        await Write(request.Outputs, found, ct);
        return (read, found);
    }

    // The file is read once for each trace: what stays in memory is the shares of each, not the posts.
    static async Task<(ShareReport, DetectFound)> Traces(DetectRequest request, Terminal terminal, CancellationToken ct)
    {
        if (request.Mode is not DetectMode.Beffroi || request.File is "-")
        {
            throw new CommandFailedException("plusieurs traces se jugent ensemble dans le mode beffroi, sur un fichier", ExitCodes.BadUsage);
        }

        var traces = new List<(Trace, CoSharing, ShareTable)>();
        ShareReport? fullest = null;
        foreach (var trace in request.On)
        {
            var (read, table) = await Table(request, trace, terminal, ct);
            fullest = fullest is null || read.WithoutObject < fullest.WithoutObject ? read : fullest;
            traces.Add((trace, CoSharing.Find(table, request.Join, ct), table));
        }

        var found = BeffroiFindings.Of(traces, request);
        await Write(request.Outputs, found, ct);
        return (fullest!, found);
    }

    static async Task<(ShareReport Read, ShareTable Table)> Table(DetectRequest request, Trace? trace, Terminal terminal, CancellationToken ct)
    {
        var table = new ShareTable();
        await using var stream = ShareSource.Open(request.File, terminal);
        var progress = new WorkProgress(terminal, "lecture", stream.CanSeek ? stream.Length : 0);
        var read = await ShareSource.Read(request.File, trace, stream, table, terminal, done => progress.At(done), ct);
        progress.End();
        Problems.Tell(read, request.MaxErrors, TextSource.Name(request.File), terminal);
        table.Rest();

        // What reading left behind is given back before the join needs room.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (read, table);
    }

    static async Task Write(DetectOutputs outputs, DetectFound found, CancellationToken ct)
    {
        await To(outputs.Edges, found.WriteEdges);
        await To(outputs.Pairs, writer => Beffroi.Detection.CooRTweet.WritePairs(writer, found.Evidence));
        await To(outputs.Evidence, writer => EvidenceCsv.Evidence(writer, found.Evidence));
        await To(outputs.Gexf, writer => Gexf.Write(found.Graph(), ((StreamWriter)writer).BaseStream));
        await To(outputs.GraphMl, writer => GraphMl.Write(found.Graph(), ((StreamWriter)writer).BaseStream));
        await To(outputs.Clusters, writer => ClusterJson.Write(((StreamWriter)writer).BaseStream, found.Clustered!()));

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
