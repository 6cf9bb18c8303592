using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>
/// The source documents of a portable symbol file, in their order. Cecil only knows those that some sequence point names; files with nothing but
/// interfaces or enums would be lost with their embedded source, and what refers to a document by its row would point to another one.
/// </summary>
internal sealed class DocumentTable
{
    private const int Table = 0x30;

    private readonly byte[] _content;
    private readonly Dictionary<string, int> _streams;
    private readonly int _blobIndexSize;
    private readonly int _guidIndexSize;
    private int _position;

    private DocumentTable(byte[] content)
    {
        _content = content;
        _streams = ReadStreamHeaders();
        _position = _streams["#~"] + 6;
        var heapSizes = _content[_position];
        _guidIndexSize = (heapSizes & 2) != 0 ? 4 : 2;
        _blobIndexSize = (heapSizes & 4) != 0 ? 4 : 2;
    }

    public static IReadOnlyList<Document> Read(byte[] content, ISymbolReader symbols) => new DocumentTable(content).ReadRows(symbols);

    private List<Document> ReadRows(ISymbolReader symbols)
    {
        _position = _streams["#~"] + 8;
        var present = ReadIndex(4) | ((ulong)ReadIndex(4) << 32);
        _position += 8;
        var rows = 0u;
        for (var table = 0; table < 64; table++)
        {
            if ((present & (1UL << table)) != 0)
            {
                var length = ReadIndex(4);
                rows = table == Table ? length : rows;
            }
        }

        // A symbol file has no table before this one, so that its rows come first.
        var documents = new List<Document>();
        for (var row = 1u; row <= rows; row++)
        {
            documents.Add(ReadRow(row, symbols));
        }

        return documents;
    }

    private Document ReadRow(uint row, ISymbolReader symbols)
    {
        var name = ReadIndex(_blobIndexSize);
        var hashAlgorithm = ReadIndex(_guidIndexSize);
        var hash = ReadIndex(_blobIndexSize);
        var language = ReadIndex(_guidIndexSize);
        var document = new Document(ReadName(name))
        {
            HashAlgorithmGuid = ReadGuid(hashAlgorithm),
            Hash = ReadBlob(hash),
            LanguageGuid = ReadGuid(language),
            MetadataToken = new MetadataToken(TokenType.Document, row),
        };
        foreach (var information in symbols.Read(document) ?? [])
        {
            document.CustomDebugInformations.Add(information);
        }

        return document;
    }

    private Dictionary<string, int> ReadStreamHeaders()
    {
        _position = 12;
        var versionLength = (int)ReadIndex(4);
        _position += versionLength + 2;
        var count = ReadIndex(2);
        var streams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var offset = (int)ReadIndex(4);
            _position += 4;
            var end = Array.IndexOf(_content, (byte)0, _position);
            streams[Encoding.ASCII.GetString(_content, _position, end - _position)] = offset;
            _position = (end + 4) & ~3;
        }

        return streams;
    }

    // A separator, then the parts of the path as blobs of their own.
    private string ReadName(uint index)
    {
        var parts = new List<string>();
        var end = BlobStart(index, out var start) + start;
        var separator = _content[start];
        for (var position = start + 1; position < end;)
        {
            var part = (uint)ReadCompressed(ref position);
            parts.Add(Encoding.UTF8.GetString(ReadBlob(part)));
        }

        return string.Join(separator == 0 ? string.Empty : ((char)separator).ToString(), parts);
    }

    private byte[] ReadBlob(uint index)
    {
        var length = BlobStart(index, out var start);
        return Copy(start, length);
    }

    private int BlobStart(uint index, out int start)
    {
        start = _streams["#Blob"] + (int)index;
        return ReadCompressed(ref start);
    }

    private Guid ReadGuid(uint index) => index == 0 ? Guid.Empty : new Guid(Copy(_streams["#GUID"] + (((int)index - 1) * 16), 16));

    private byte[] Copy(int start, int length)
    {
        var copy = new byte[length];
        Array.Copy(_content, start, copy, 0, length);
        return copy;
    }

    private int ReadCompressed(ref int position)
    {
        int first = _content[position++];
        return first switch
        {
            < 0x80 => first,
            < 0xC0 => ((first & 0x3F) << 8) | _content[position++],
            _ => ((first & 0x1F) << 24) | (_content[position++] << 16) | (_content[position++] << 8) | _content[position++],
        };
    }

    private uint ReadIndex(int size)
    {
        var value = size == 2 ? BitConverter.ToUInt16(_content, _position) : BitConverter.ToUInt32(_content, _position);
        _position += size;
        return value;
    }
}
