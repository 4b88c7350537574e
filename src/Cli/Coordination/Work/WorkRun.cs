using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Cli.Coordination.Detect;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Work;

/// <summary>Detection through files: shares parted by object, each part joined into runs of ties, runs merged. What is done is kept with a note, and not done again.</summary>
sealed class WorkRun(DetectRequest request, WorkPlan plan, Terminal terminal)
{
    // Raised when the form of the files changes: old work is then done again.
    const int Form = 1;

    /// <param name="write">Writes what was found, while its files are there.</param>
    public async Task<(ShareReport Read, DetectFound Found)> Run(Func<DetectFound, Task> write, CancellationToken ct)
    {
        if (request.Mode is DetectMode.CooRTweet || request.On.Count > 1)
        {
            throw new CommandFailedException(
                request.Mode is DetectMode.CooRTweet ? "le mode coortweet travaille en mémoire : son filtre regarde toutes les paires ensemble ; enlever --work, ou augmenter --memory"
                    : "plusieurs traces se jugent ensemble en mémoire seulement ; enlever --work, ou augmenter --memory",
                ExitCodes.BadUsage);
        }

        using var folder = WorkFolder.Open(request.Work);
        var parts = await Parted(folder, ct);
        Join(folder, ct);
        var read = ReadNote.Report(parts["read"]!.AsObject());
        Problems.Tell(read, request.MaxErrors, TextSource.Name(request.File), terminal);
        var found = Found(folder, ct);
        await write(found);
        return (read, found);
    }

    Trace? Trace() => request.On.Count == 0 ? null : request.On[0];

    /// <summary>What the work depends on, besides the file: another answer, and it is done anew.</summary>
    JsonObject Asked() => new()
    {
        ["form"] = Form,
        ["on"] = string.Join(',', request.On),
        ["loops"] = request.Mode is DetectMode.Qut,
        ["window"] = request.Join.Window,
        ["mostPairsPerObject"] = request.Join.MostPairsPerObject,
        ["parts"] = plan.Parts,
        ["mostPairs"] = plan.MostPairs,
    };

    async Task<JsonObject> Parted(WorkFolder folder, CancellationToken ct)
    {
        var asked = Asked().ToJsonString();
        if (folder.Note("parts.json") is { } known)
        {
            if (string.Equals((string?)known["asked"], asked, StringComparison.Ordinal) && request.File is not "-" && WorkFolder.Is(request.File, known["input"]))
            {
                terminal.Error.WriteLine("travail repris : la lecture est déjà faite");
                return known;
            }

            terminal.Error.WriteLine("le fichier ou les options ont changé : le travail est refait");
        }

        folder.Empty();
        var streams = new List<Stream>();
        ShareReport read;
        string hash;
        try
        {
            for (var part = 0; part < plan.Parts; part++)
            {
                streams.Add(new FileStream(folder.Of(Name(part, "shares")), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 15));
            }

            await using var source = ShareSource.Open(request.File, terminal);
            await using var hashed = new HashedStream(source);
            var progress = new WorkProgress(terminal, "lecture", source.CanSeek ? source.Length : 0);
            read = await ShareSource.Read(request.File, Trace(), hashed, new SharePartitions(streams), terminal, done => progress.At(done), ct);
            hash = hashed.Hash();
            progress.End();
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }

        var note = new JsonObject { ["asked"] = asked, ["input"] = hash, ["read"] = ReadNote.Of(read) };
        folder.Write("parts.json", note);
        return note;
    }

    void Join(WorkFolder folder, CancellationToken ct)
    {
        var progress = new WorkProgress(terminal, "recherche des paires", plan.Parts);
        var done = 0;
        Parallel.For(0, plan.Parts, new ParallelOptions { MaxDegreeOfParallelism = plan.Workers, CancellationToken = ct }, part =>
        {
            if (!IsDone(folder, part))
            {
                Join(folder, part, ct);
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            progress.At(Interlocked.Increment(ref done));
        });
        progress.End();
    }

    static bool IsDone(WorkFolder folder, int part) => folder.Note(Name(part, "json")) is { } note
        && note["runs"]!.AsArray().Index().All(r => WorkFolder.Is(folder.Of(Run(part, r.Index)), r.Item));

    void Join(WorkFolder folder, int part, CancellationToken ct)
    {
        ShareTable table;
        using (var shares = new FileStream(folder.Of(Name(part, "shares")), new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 18 }))
        {
            table = SharePartitions.Read(shares, ct);
        }

        var runs = 0;
        var viral = TieRuns.Write(table, request.Join, request.Mode is DetectMode.Qut, plan.MostPairs, () => new FileStream(folder.Of(Run(part, runs++)), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18), ct);
        CensusFile.Write(folder.Of(Name(part, "census")), table.Census());
        folder.Write(Name(part, "json"), new()
        {
            ["runs"] = new JsonArray([.. Enumerable.Range(0, runs).Select(r => (JsonNode)WorkFolder.Hash(folder.Of(Run(part, r))))]),
            ["viral"] = new JsonArray([.. viral.Select(v => new JsonObject { ["object"] = v.ObjectId, ["pairs"] = v.Pairs })]),
        });
    }

    DetectFound Found(WorkFolder folder, CancellationToken ct)
    {
        var streams = new List<Stream>();
        var viral = new List<ViralObject>();
        for (var part = 0; part < plan.Parts; part++)
        {
            var note = folder.Note(Name(part, "json"))!;
            streams.AddRange(note["runs"]!.AsArray().Select((_, run) => new FileStream(folder.Of(Run(part, run)), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 15)));
            viral.AddRange(note["viral"]!.AsArray().Select(v => new ViralObject((string)v!["object"]!, (long)v["pairs"]!)));
        }

        viral.Sort((a, b) => string.CompareOrdinal(a.ObjectId, b.ObjectId));
        var network = TieRuns.Network(TieRuns.Merge(streams));
        var census = CensusFile.Read(Enumerable.Range(0, plan.Parts).Select(part => folder.Of(Name(part, "census"))));
        var evidence = new WorkEvidence(folder, plan, request.Join);
        if (request.Mode is DetectMode.Qut)
        {
            var qut = QutNetwork.Of(network, request.MinRepetition, viral);
            return PeerFindings.Qut(qut, census.Popularity.Values.Sum(), Later(() => evidence.Of(PeerFindings.Ends(qut), ct)));
        }

        return BeffroiFindings.Of(CoordinationAnalysis.Run(network, census, BeffroiFindings.Options(request)), census.Popularity.Values.Sum(), viral, request,
            written => Later(() => evidence.Of([.. written.Select(i => (network.Accounts[network.Ties[i].First], network.Accounts[network.Ties[i].Second]))], ct)));
    }

    // Looked for only if a file of them is written.
    static IEnumerable<TiePair> Later(Func<IEnumerable<TiePair>> find)
    {
        foreach (var pair in find())
        {
            yield return pair;
        }
    }

    public static string Name(int part, string kind) => string.Create(CultureInfo.InvariantCulture, $"part-{part:D4}.{kind}");

    static string Run(int part, int run) => string.Create(CultureInfo.InvariantCulture, $"part-{part:D4}-{run:D4}.ties");
}
