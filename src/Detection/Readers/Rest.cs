namespace Beffroi.Detection;

/// <summary>What a window holds, then the rest of the stream that it slid over. Closes nothing.</summary>
sealed class Rest(ByteWindow bytes) : OneWayStream
{
    public override int Read(Span<byte> buffer)
    {
        var held = bytes.Unread;
        if (held.Length == 0)
        {
            return bytes.Stream.Read(buffer);
        }

        var taken = Math.Min(held.Length, buffer.Length);
        held[..taken].CopyTo(buffer);
        bytes.Advance(taken);
        return taken;
    }
}
