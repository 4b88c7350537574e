using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>
/// Batches scored on every core while the next are read, and written in the order of the file. Nothing is written before enough was read for a file that
/// is mostly wrong to be refused.
/// </summary>
sealed class ScoreOutput(AccountScoring scoring, Terminal terminal, CancellationToken ct)
{
    /// <summary>Accounts scored together: few enough for their texts to stay near the processor.</summary>
    const int Batch = 128;

    readonly Queue<(int Count, Task<ArrayBufferWriter<byte>> Lines)> _waiting = new();
    readonly ConcurrentBag<ArrayBufferWriter<byte>> _free = [];

    /// <summary>Accounts whose scores are out.</summary>
    public long Written { get; private set; }

    public async Task Write(AccountFile file)
    {
        var most = 2 * Environment.ProcessorCount;
        foreach (var batch in file.Records().Chunk(Batch))
        {
            _waiting.Enqueue((batch.Length, Task.Run(() => Lines(batch), ct)));
            while (file.IsJudged && _waiting.Count > most)
            {
                await WriteFirst();
            }
        }

        // Refused before anything was written: nothing is.
        while (_waiting.Count > 0)
        {
            if (Written == 0 && file.IsRefused)
            {
                await _waiting.Dequeue().Lines;
            }
            else
            {
                await WriteFirst();
            }
        }
    }

    ArrayBufferWriter<byte> Lines(Reading<AccountRecord>[] batch)
    {
        var bytes = _free.TryTake(out var free) ? free : new();
        scoring.Write(batch, bytes);
        return bytes;
    }

    async Task WriteFirst()
    {
        var (count, task) = _waiting.Dequeue();
        var lines = await task;
        if (terminal.OutputBytes is { } bytes)
        {
            await bytes.WriteAsync(lines.WrittenMemory, ct);
        }
        else
        {
            await terminal.Output.WriteAsync(Encoding.UTF8.GetString(lines.WrittenSpan).AsMemory(), ct);
        }

        lines.ResetWrittenCount();
        _free.Add(lines);
        Written += count;
    }
}
