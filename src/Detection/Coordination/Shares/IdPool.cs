using System.Buffers.Binary;
using System.Text;

namespace Beffroi.Detection;

/// <summary>Identifiers as UTF-8, each kept once and numbered from 0 in order of arrival.</summary>
/// <remarks>An open-addressing table over pages of bytes: no string is made until one is asked for. Not safe to write from two threads; safe to read from many.</remarks>
public sealed class IdPool
{
    /// <summary>Longest identifier, bytes.</summary>
    public const int Longest = 1 << 18;

    // A place is a page and a multiple of four bytes in it: 32 bits name 16 GB.
    const int PageBits = 20, Align = 4, SlotBits = PageBits - 2;

    readonly List<byte[]> _pages = [];
    uint[] _places = new uint[64];
    ulong[] _slots = new ulong[128];
    int _free = 1 << PageBits;

    /// <summary>Distinct identifiers.</summary>
    public int Count { get; private set; }

    /// <summary>An identifier as text.</summary>
    /// <param name="id">From 0 to <see cref="Count"/> - 1.</param>
    public string this[int id] => Encoding.UTF8.GetString(Bytes(id));

    /// <summary>An identifier as it was given.</summary>
    /// <param name="id">From 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<byte> Bytes(int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)Count, nameof(id));
        var place = _places[id];
        var at = _pages[(int)(place >> SlotBits)].AsSpan((int)(place & ((1u << SlotBits) - 1)) * Align);
        var length = (int)at[0];
        return length < 128 ? at.Slice(1, length) : at.Slice(4, (int)(BinaryPrimitives.ReadUInt32BigEndian(at) & 0x7FFF_FFFF));
    }

    /// <summary>The number of an identifier, given now if it is new.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="Longest"/>.</exception>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
        {
            throw new ArgumentException($"An identifier has at most {Longest} bytes.", nameof(bytes));
        }

        if (_slots.Length == 0)
        {
            Find();
        }

        var tag = (uint)(Hash(bytes) >> 32);
        var mask = _slots.Length - 1;
        for (var at = (int)tag & mask; ; at = (at + 1) & mask)
        {
            var slot = _slots[at];
            if (slot == 0)
            {
                _slots[at] = ((ulong)tag << 32) | (uint)(Count + 1);
                return Keep(bytes);
            }

            if ((uint)(slot >> 32) == tag && Bytes((int)(uint)slot - 1).SequenceEqual(bytes))
            {
                return (int)(uint)slot - 1;
            }
        }
    }

    /// <summary>The 64 bits by which an identifier is told from others between files.</summary>
    public ulong Hash(int id) => Hash(Bytes(id));

    /// <summary>Bytes to 64 bits, the same on every machine.</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var state = 0x9E37_79B9_7F4A_7C15UL ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            state = Mix(state ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        if (bytes.Length > 0)
        {
            var last = 0UL;
            for (var i = 0; i < bytes.Length; i++)
            {
                last |= (ulong)bytes[i] << (8 * i);
            }

            state = Mix(state ^ last);
        }

        return Mix(state);
    }

    /// <summary>Number of each identifier in the order of their bytes.</summary>
    /// <returns>For each identifier, how many come before it.</returns>
    public int[] Ranks()
    {
        var order = new int[Count];
        var starts = new ulong[Count];
        Span<byte> eight = stackalloc byte[8];
        for (var id = 0; id < Count; id++)
        {
            var bytes = Bytes(id);
            eight.Clear();
            bytes[..Math.Min(8, bytes.Length)].CopyTo(eight);
            (order[id], starts[id]) = (id, BinaryPrimitives.ReadUInt64BigEndian(eight));
        }

        Array.Sort(starts, order);
        for (var from = 0; from < Count;)
        {
            var to = from + 1;
            while (to < Count && starts[to] == starts[from])
            {
                to++;
            }

            order.AsSpan(from, to - from).Sort((a, b) => Bytes(a).SequenceCompareTo(Bytes(b)));
            from = to;
        }

        var ranks = new int[Count];
        for (var rank = 0; rank < Count; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    /// <summary>Gives back what only new identifiers need; it is made again if one comes.</summary>
    internal void Rest() => _slots = [];

    void Find()
    {
        _slots = new ulong[Math.Max(128, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Count * 2))];
        for (var id = 0; id < Count; id++)
        {
            var tag = (uint)(Hash(id) >> 32);
            var at = (int)tag & (_slots.Length - 1);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (_slots.Length - 1);
            }

            _slots[at] = ((ulong)tag << 32) | (uint)(id + 1);
        }
    }

    static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0xD6E8_FEB8_6659_FD93UL, out var low);
        return high ^ low ^ (value >> 29);
    }

    int Keep(ReadOnlySpan<byte> bytes)
    {
        var prefix = bytes.Length < 128 ? 1 : 4;
        var size = prefix + bytes.Length;
        if (_free + size > 1 << PageBits)
        {
            _pages.Add(new byte[1 << PageBits]);
            _free = 0;
        }

        var at = _pages[^1].AsSpan(_free);
        if (prefix == 1)
        {
            at[0] = (byte)bytes.Length;
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(at, (uint)bytes.Length | 0x8000_0000);
        }

        bytes.CopyTo(at[prefix..]);
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Count + (Count / 2));
        }

        _places[Count] = ((uint)(_pages.Count - 1) << SlotBits) | (uint)(_free / Align);
        _free += (size + Align - 1) / Align * Align;
        Count++;
        if (Count > _slots.Length / 4 * 3)
        {
            Widen();
        }

        return Count - 1;
    }

    void Widen()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot != 0)
            {
                var at = (int)(slot >> 32) & mask;
                while (_slots[at] != 0)
                {
                    at = (at + 1) & mask;
                }

                _slots[at] = slot;
            }
        }
    }
}
