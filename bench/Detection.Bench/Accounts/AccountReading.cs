using BenchmarkDotNet.Attributes;

namespace Beffroi.Detection.Bench;

/// <summary>Reading accounts: JSONL of Twitter v1.1 objects of 1.7 KB. 20,000 accounts by operation.</summary>
[MemoryDiagnoser]
public class AccountReading
{
    const int Accounts = 20_000;

    byte[] _lines = [];
    byte[] _packed = [];

    [GlobalSetup]
    public void Invent()
    {
        _lines = InventedAccounts.Lines(Accounts, seed: 1);
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(_lines);
        }

        _packed = packed.ToArray();
    }

    [Benchmark(OperationsPerInvoke = Accounts)]
    public int Jsonl() => Count(_lines);

    [Benchmark(OperationsPerInvoke = Accounts)]
    public int JsonlGzip() => Count(_packed);

    static int Count(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return AccountReader.Read(stream).Count(s => s.Value is not null);
    }
}
