using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>Holds each byte of a case file against its seal, and the bytes around the seal against what they can only be. A byte that is known is put right, so that the rest can be read.</summary>
sealed class SealCheck
{
    const int ToldAtMost = 20;

    readonly byte[] _file;
    readonly int _seal;
    readonly int _prefix;
    readonly List<(CaseFileFaultKind Kind, int Offset, int Length, byte? Expected, byte? Found)> _found = [];
    Words? _lengths;

    SealCheck(byte[] file, int seal)
    {
        (_file, _seal) = ([.. file], seal);
        _prefix = seal - PlainZip.HeaderLength - BlockSeal.Name.Length;
    }

    /// <summary>The bytes, with those that are known put right.</summary>
    public byte[] File => _file;

    public List<ZipPart> Parts { get; private set; } = [];

    /// <summary>Null where there is no seal to check against.</summary>
    public static (SealCheck? Check, List<CaseFileFault> Faults) Of(byte[] file)
    {
        var seal = BlockSeal.Find(file);
        var check = seal < 0 ? null : new SealCheck(file, seal);
        if (check is null || check._prefix < 0 || seal + BlockSeal.LengthFor(0) > file.Length)
        {
            return (null, [new(CaseFileFaultKind.Unreadable, new("Ce n’est pas un dossier de cas de Beffroi, ou sa fin manque.", "This is not a case file of Beffroi, or its end is missing."))]);
        }

        check.Run();
        return (check, check.Told());
    }

    void Run()
    {
        var sealedLength = SealedLength();
        var expected = Expected(sealedLength);
        var end = Math.Min(_file.Length, _seal + expected.Length);
        Blocks(sealedLength, expected, end);
        Repair(_seal, expected.AsSpan(0, BlockSeal.HeadLength));
        var lines = expected.Length - 65;
        var closing = BlockSeal.Closing(_file.AsSpan(_seal, Math.Min(lines, _file.Length - _seal)));
        Repair(_seal + lines, Encoding.ASCII.GetBytes(closing));
        Around(expected.Length);
    }

    // What the seal says that it seals, when its last line confirms it; else what stands before it.
    int SealedLength()
    {
        var digits = Encoding.ASCII.GetString(_file.AsSpan(_seal + BlockSeal.HeadLength - 11, 10));
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said == _prefix || said > CaseFile.MaximumLength || _seal + (long)BlockSeal.LengthFor(said) > _file.Length)
        {
            return _prefix;
        }

        var lines = BlockSeal.LengthFor(said) - 65;
        if (!_file.AsSpan(_seal + lines, 65).SequenceEqual(Encoding.ASCII.GetBytes(BlockSeal.Closing(_file.AsSpan(_seal, lines)))))
        {
            return _prefix;
        }

        var apart = Math.Abs(said - _prefix);
        _lengths = said > _prefix ? new($"Il manque {apart} octets.", $"{apart} bytes are missing.") : new($"Il y a {apart} octets de trop.", $"There are {apart} bytes too many.");
        return said;
    }

    byte[] Expected(int sealedLength)
    {
        var expected = BlockSeal.Of(_file.AsSpan(0, _prefix));
        // Where the lengths differ, the lines of what is sealed are compared as far as there are bytes.
        Array.Resize(ref expected, BlockSeal.LengthFor(sealedLength));
        Encoding.ASCII.GetBytes(sealedLength.ToString("D10", CultureInfo.InvariantCulture), expected.AsSpan(BlockSeal.HeadLength - 11));
        return expected;
    }

    void Blocks(int sealedLength, byte[] expected, int end)
    {
        for (var block = 0; block < BlockSeal.Blocks(Math.Min(sealedLength, _prefix)); block++)
        {
            var line = BlockSeal.HeadLength + (block * BlockSeal.LineLength);
            if (_seal + line + BlockSeal.LineLength > end)
            {
                return;
            }

            var said = _file.AsSpan(_seal + line, BlockSeal.LineLength);
            var actual = expected.AsSpan(line, BlockSeal.LineLength);
            if (said.SequenceEqual(actual))
            {
                continue;
            }

            var start = block * BlockSeal.BlockLength;
            var length = Math.Min(BlockSeal.BlockLength, _prefix - start);
            if (Differences(said, actual) == 1)
            {
                // One sign of two sums that have nothing else in common: the seal was changed, not the block.
                Repair(_seal + line, actual);
            }
            else if (Turned(start, length, said) is var (at, mask))
            {
                _found.Add((CaseFileFaultKind.Byte, at, 1, (byte)(_file[at] ^ mask), _file[at]));
                _file[at] ^= mask;
            }
            else
            {
                _found.Add((CaseFileFaultKind.Block, start, length, null, null));
            }
        }
    }

    (int At, byte Mask)? Turned(int start, int length, ReadOnlySpan<byte> said)
    {
        if (!uint.TryParse(said.Slice(65, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var crc)
            || Crc32.TurnedBit(_file.AsSpan(start, length), crc) is not var (at, mask))
        {
            return null;
        }

        var block = _file.AsSpan(start, length).ToArray();
        block[at] ^= mask;
        return said.SequenceEqual(Encoding.ASCII.GetBytes(BlockSeal.Line(block))) ? (start + at, mask) : null;
    }

    // The head of the seal before it, the directory after it.
    void Around(int sealLength)
    {
        var (parts, stop) = PlainZip.Parts(_file, _prefix);
        Parts = parts;
        if (stop != _prefix)
        {
            _found.Add((CaseFileFaultKind.Structure, stop, _prefix - stop, null, null));
            return;
        }

        if (_file.Length - _seal < sealLength)
        {
            _lengths ??= new("La fin du dossier manque.", "The end of the file is missing.");
            return;
        }

        var crc = Crc32.Of(_file.AsSpan(_seal, sealLength));
        Repair(_prefix, PlainZip.Header(BlockSeal.Name, sealLength, crc));
        var directory = PlainZip.Directory([.. parts, new(BlockSeal.Name, _prefix, _seal, sealLength, crc)]);
        var after = _seal + sealLength;
        if (_file.Length - after != directory.Length && _lengths is null)
        {
            var apart = Math.Abs(_file.Length - after - directory.Length);
            _lengths = _file.Length - after < directory.Length ? new($"Il manque {apart} octets à la fin.", $"{apart} bytes are missing at the end.") : new($"Il y a {apart} octets de trop à la fin.", $"There are {apart} bytes too many at the end.");
        }

        Repair(after, directory);
    }

    void Repair(int offset, ReadOnlySpan<byte> expected)
    {
        for (var i = 0; i < expected.Length && offset + i < _file.Length; i++)
        {
            if (_file[offset + i] != expected[i])
            {
                _found.Add((CaseFileFaultKind.Byte, offset + i, 1, expected[i], _file[offset + i]));
                _file[offset + i] = expected[i];
            }
        }
    }

    static int Differences(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++)
        {
            count += a[i] == b[i] ? 0 : 1;
        }

        return count;
    }

    List<CaseFileFault> Told()
    {
        var faults = _found.OrderBy(f => f.Offset).Take(ToldAtMost).Select(f =>
        {
            var place = CaseFilePlace.Of(_file, Parts, _seal, f.Offset);
            var why = f.Kind switch
            {
                CaseFileFaultKind.Byte => new Words(
                    $"L’octet {f.Offset} a changé : {f.Found:x2} au lieu de {f.Expected:x2} ({place.Words.French}).",
                    $"Byte {f.Offset} was changed: {f.Found:x2} instead of {f.Expected:x2} ({place.Words.English})."),
                CaseFileFaultKind.Structure => new(
                    $"Les parties ne se suivent plus à partir de l’octet {f.Offset} ({place.Words.French}).",
                    $"Parts no longer follow each other from byte {f.Offset} on ({place.Words.English})."),
                _ => new(
                    $"Les octets {f.Offset} à {f.Offset + f.Length - 1} ont changé ({place.Words.French}).",
                    $"Bytes {f.Offset} to {f.Offset + f.Length - 1} were changed ({place.Words.English})."),
            };
            return new CaseFileFault(f.Kind, why) { Offset = f.Offset, Part = place.Part, Link = place.Link, Expected = f.Expected, Found = f.Found };
        }).ToList();
        return _lengths is null ? faults : [new(CaseFileFaultKind.Length, _lengths), .. faults];
    }
}
