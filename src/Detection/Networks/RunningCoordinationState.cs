namespace Beffroi.Detection;

/// <content>What is written of a stream, and read again.</content>
public sealed partial class RunningCoordination
{
    /// <summary>Writes the whole state, for <see cref="Restore"/>. The stream stays open.</summary>
    public void Checkpoint(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var writer = new BinaryWriter(target, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(StreamCheckpoint.Mark);
        writer.Write(Window);
        writer.Write(Lateness);
        writer.Write(CountPopularity);
        writer.Write(MostWaiting);
        writer.Write(Watermark);
        writer.Write(Taken);
        writer.Write(TooLate);
        StreamCheckpoint.WriteMany(writer, accounts, writer.Write);
        StreamCheckpoint.WriteMany(writer, objects, o =>
        {
            writer.Write(o.Key);
            StreamCheckpoint.WriteMany(writer, o.Value, w => w.Write(writer));
        });
        ties.Write(writer);
        popularity.Write(writer);
    }

    /// <summary>Opens a stream where <see cref="Checkpoint"/> left it.</summary>
    /// <exception cref="InvalidDataException">This is not such a state, or it is cut short.</exception>
    public static RunningCoordination Restore(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var reader = new BinaryReader(source, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt64() != StreamCheckpoint.Mark)
            {
                throw new InvalidDataException("This is not the state of a coordination stream.");
            }

            var stream = new RunningCoordination(reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean())
            {
                MostWaiting = reader.ReadInt32(),
                Watermark = reader.ReadInt64(),
                Taken = reader.ReadInt64(),
                TooLate = reader.ReadInt64(),
            };
            stream.Read(reader);
            return stream;
        }
        catch (Exception broken) when (broken is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("The state of this coordination stream is broken.", broken);
        }
    }

    void Read(BinaryReader reader)
    {
        StreamCheckpoint.ReadMany(reader, () => Number(reader.ReadString()));
        StreamCheckpoint.ReadMany(reader, () =>
        {
            var thing = reader.ReadUInt64();
            var waiting = new List<Waiting>();
            StreamCheckpoint.ReadMany(reader, () => waiting.Add(Waiting.Read(reader)));
            objects.Add(thing, waiting);
            leaving.Enqueue(thing, long.MinValue);
            Buffered += waiting.Count;
        });
        ties.Read(reader, accounts.Count);
        popularity.Read(reader);
        if (MostWaiting < 1 || objects.Values.SelectMany(o => o).Any(w => w.Account < 0 || w.Account >= accounts.Count))
        {
            throw new InvalidDataException("The state of this coordination stream names accounts that it does not have.");
        }
    }
}
