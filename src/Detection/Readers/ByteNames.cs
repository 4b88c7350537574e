using System.Text;

namespace Beffroi.Detection;

/// <summary>Finds what a property name means without making a string of it.</summary>
sealed class ByteNames<T>
    where T : struct
{
    readonly (byte[] Name, T Meaning)?[] _slots;

    public ByteNames(params (T Meaning, string Names)[] lines)
    {
        var names = lines.SelectMany(l => l.Names.Split(' ').Select(n => (Name: Encoding.UTF8.GetBytes(n), l.Meaning))).ToList();
        _slots = new (byte[], T)?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)names.Count * 4)];
        foreach (var (name, meaning) in names)
        {
            var slot = Slot(name);
            while (_slots[slot] is not null)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = (name, meaning);
        }
    }

    public T? Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return null;
        }

        for (var slot = Slot(name); _slots[slot] is { } found; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (name.SequenceEqual(found.Name))
            {
                return found.Meaning;
            }
        }

        return null;
    }

    int Slot(ReadOnlySpan<byte> name) =>
        (int)(((((uint)name.Length * 31) + name[0]) * 31 + name[name.Length / 2]) * 31 + name[^1] + ((uint)name[^1] << 3)) & (_slots.Length - 1);
}
