using Beffroi.Cli.Coordination.Detect;

namespace Beffroi.Cli.Coordination.Work;

/// <summary>How work that memory does not hold is cut: the file and the bounds decide, so that the same command cuts it the same way again.</summary>
/// <param name="Parts">Files that the shares are parted over, by object.</param>
/// <param name="MostPairs">Pairs held in memory by each worker.</param>
/// <param name="Workers">Parts joined at once.</param>
sealed record WorkPlan(int Parts, int MostPairs, int Workers)
{
    // What the runtime itself takes, and how much larger than its text a part is once it is in memory.
    const long Runtime = 110L << 20;
    const double Growth = 3;
    const int MostParts = 512;

    /// <summary>Null when the work fits in memory.</summary>
    public static WorkPlan? Of(DetectRequest request)
    {
        var plain = PlainLength(request.File);
        var memory = request.Memory ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        if (request.Work is null && (plain is null ? request.Memory is null : Runtime + (plain * 2) <= memory))
        {
            return null;
        }

        var workers = Math.Min(2, Environment.ProcessorCount);
        var each = Math.Max(16L << 20, memory - Runtime) / workers;
        var parts = Math.Clamp((long)Math.Ceiling((plain ?? 1L << 30) * Growth / (each / 2)), workers, MostParts);
        return new((int)parts, (int)Math.Clamp(each / 2 / 64, 100_000, 20_000_000), workers);
    }

    // Text packs by 5 or so; Parquet too. Null for the standard input.
    static long? PlainLength(string path)
    {
        if (path is "-" || !File.Exists(path))
        {
            return path is "-" ? null : 0;
        }

        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        var known = file.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        return known == 4 && (magic.SequenceEqual("PAR1"u8) || magic[..2].SequenceEqual((ReadOnlySpan<byte>)[0x1F, 0x8B])) ? file.Length * 6 : file.Length;
    }
}
